// swift-tools-version: 6.2
// Read from top to bottom this file is the architecture: a target may import only what stands in its own list,
// and every list points to lines above it. Modules/README.md draws the same as a map.
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// The kernel: machinery that knows nothing of welfare work.
let kernel: [(name: String, uses: [String])] = [
  ("Persian", []),
  ("Jalali", ["Persian"]),
  ("Values", ["Jalali", "Persian"]),
  ("Secrets", ["CSodium", "Values", "Persian"]),
  ("Store", ["CSQLite", "CLinux", "Values", "Jalali"]),
  ("Ledger", ["Store", "Secrets", "Values", "Jalali", "Persian"]),
  ("Feature", ["Store", "Values", "Jalali", "Persian"]),
  ("Engine", ["Feature", "Ledger", "Store", "Secrets", "Values", "Jalali", "Persian"]),
  ("HTTP", ["CLinux"]),
  ("AdminAPI", ["HTTP", "Engine", "Feature", "Ledger", "Store", "Secrets", "Values", "Jalali", "Persian"]),
  ("Console", ["CLinux", "Engine", "Feature", "Values", "Jalali", "Persian"]),
]

/// What modules may ask one another.
let contracts = "Contracts"

/// What every desk and feature may use: the language it is written in, and what modules ask one another.
let roomOfAFeature = ["Feature", contracts]

/// The shared desks, written like features. Accounts hashes passwords, Documents the papers it is given.
let office = ["Regions", "People", "Accounts", "Documents", "Enquiries", "Deadlines", "Objections", "Configuration"]
let secretive = ["Accounts", "Documents"]

/// The features. A new one is its folders, its name here, and a line in App/Host/InstalledModules.swift.
let features = ["Mobilisation", "Groups", "Training", "Institutes", "HealthBases", "Monitoring"]

/// The host: composition root, subcommands; knows everybody.
let host = kernel.map(\.name) + [contracts] + office + features

/// Who may do what, beside the tests of each module.
let rights = "rights.csv"

func library(_ name: String, at path: String, uses: [String], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: uses.map { .byName(name: $0) }, path: path, exclude: exclude, swiftSettings: house)
}
/// A desk or feature; its README is for people.
func module(_ name: String, at path: String, uses: [String]) -> Target {
  library(name, at: path, uses: uses, exclude: ["README.md"])
}
func tests(of name: String, uses: [String], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: uses.map { .byName(name: $0) }, path: "Tests/\(name)Tests", exclude: exclude,
    swiftSettings: house)
}

let package = Package(
  name: "hamyar",
  targets: [
    .systemLibrary(name: "CSQLite", path: "Modules/Kernel/CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CSodium", path: "Modules/Kernel/CSodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "CLinux", path: "Modules/Kernel/CLinux"),
  ]
    + kernel.map { library($0.name, at: "Modules/Kernel/\($0.name)", uses: $0.uses) }
    + [
      library(contracts, at: "Modules/Contracts", uses: ["Feature"]),
      library("SharedData", at: "Tests/SharedData", uses: []),
      library("TestKit", at: "Modules/TestKit", uses: [contracts, "Engine", "Feature", "Ledger", "Store", "Values", "Jalali", "Persian"]),
    ]
    + office.map { module($0, at: "Modules/Office/\($0)", uses: roomOfAFeature + (secretive.contains($0) ? ["Secrets"] : [])) }
    + features.map { module($0, at: "Modules/\($0)", uses: roomOfAFeature) }
    + (office + features).map {
      tests(of: $0, uses: ["TestKit", "SharedData", contracts] + kernel.map(\.name) + office + features, exclude: [rights])
    }
    + [
      library("Host", at: "App/Host", uses: host),
      .executableTarget(name: "hamyar", dependencies: ["Host"], path: "App/Program", swiftSettings: house),
    ]
    + kernel.map {
      let kit = ["SharedData"] + (["Values", "Store", "Ledger", "Engine", "AdminAPI"].contains($0.name) ? ["TestKit"] : [])
      return tests(
        of: $0.name, uses: [$0.name] + $0.uses.filter { !$0.hasPrefix("C") } + kit, exclude: $0.name == "AdminAPI" ? [rights] : [])
    }
    + ["House", "Story"].map { tests(of: $0, uses: ["Host", "TestKit"] + host) }
    + [
      // The first lesson, Modules/FIRST-MODULE.md: a module with its tests, and what the lesson promises.
      .testTarget(
        name: "FirstModule", dependencies: ["TestKit", .byName(name: contracts)] + kernel.map { .byName(name: $0.name) },
        path: "Tests/FirstModule", exclude: ["Toolshed/README.md", "ToolshedTests/rights.csv"], swiftSettings: house)
    ]
    + [
      // Figures beside goals: swift run -c release Benchmarks
      .executableTarget(
        name: "Benchmarks", dependencies: (["Host", "CSQLite", "CSodium", "CLinux"] + host).map { .byName(name: $0) },
        path: "Tests/Benchmarks", swiftSettings: house)
    ]
)
