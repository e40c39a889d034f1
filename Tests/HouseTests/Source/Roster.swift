import Testing

/// The lists of Package.swift, read as text: what may import what.
struct Roster {
  let kernel: [String: Set<String>]
  let contracts: Set<String>
  let testKit: Set<String>
  let office: Set<String>
  let features: Set<String>
  let roomOfAFeature: Set<String>
  /// Desks that also use Secrets.
  let secretive: Set<String>

  init() throws {
    let text = try SourceTree.read("Package.swift")
    func list(_ name: String) throws -> Set<String> {
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("let \(name) =") }, "Package.swift has no list \(name)")
      return Roster.names(line)
    }
    var kernel: [String: Set<String>] = [:]
    for line in text.matches(of: /(?m)^  \("(\w+)", \[(.*)\]\),$/) {
      kernel[String(line.output.1)] = Roster.names(line.output.2)
    }
    func uses(_ target: String) throws -> Set<String> {
      let line = try #require(text.split(separator: "\n").first { $0.contains("library(\(target), at:") }, "no target \(target)")
      let list = line.drop { $0 != "[" }
      return Roster.names(list).union(list.contains("contracts") ? ["Contracts"] : [])
    }
    self.kernel = kernel
    contracts = try uses("contracts")
    testKit = try uses("\"TestKit\"").union(["Contracts"])
    office = try list("office")
    features = try list("features")
    roomOfAFeature = try list("roomOfAFeature").union(["Contracts"])
    secretive = try list("secretive")
  }

  static let headers: Set<String> = ["CSQLite", "CSodium", "CLinux"]

  var everyModule: Set<String> {
    Set(kernel.keys).union(Roster.headers).union(office).union(features).union(["Contracts", "TestKit", "Host"])
  }

  /// What the files of a room may import of the house; nil for a room that is on no list.
  func allowed(in room: String) -> Set<String>? {
    let name = room.split(separator: "/").last.map(String.init) ?? ""
    if room.hasPrefix("Modules/Kernel/") { return kernel[name] }
    if room == "Modules/Contracts" { return contracts }
    if room == "Modules/TestKit" { return testKit }
    if room.hasPrefix("Modules/Office/") {
      return office.contains(name) ? roomOfAFeature.union(secretive.contains(name) ? ["Secrets"] : []) : nil
    }
    if room.hasPrefix("Modules/") { return features.contains(name) ? roomOfAFeature : nil }
    if room == "App/Program" { return ["Host"] }
    if room == "App/Host" { return Set(kernel.keys).union(office).union(features).union(["Contracts"]) }
    return nil
  }

  private static func names(_ text: some StringProtocol) -> Set<String> {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return Set(parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
  }
}
