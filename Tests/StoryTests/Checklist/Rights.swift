import Contracts
import Foundation
import Engine
import Feature

@testable import Host

/// Who may take a route: the posts, and whether whoever has not signed in may.
struct Rights: Equatable {
  let roles: Set<String>
  let isForNobody: Bool

  /// As the declaration of a command has it.
  static func declared(_ permission: Permission) -> Rights {
    Rights(roles: permission.isOpen ? Set(Role.all.map(\.id)) : permission.roles, isForNobody: permission == .anyone)
  }

  /// The line of a table that says so.
  func line(_ id: String) -> String {
    ([id] + Role.all.map { roles.contains($0.id) ? "x" : "-" } + [isForNobody ? "x" : "-"]).joined(separator: ",")
  }

  static let heading = (["command"] + Role.all.map(\.id) + ["nobody"]).joined(separator: ",")
}

/// The table of rights that people keep beside the tests of a module: a line for each of its routes, a column for each post,
/// `x` for whoever may and `-` for whoever may not. `nobody` is whoever has not signed in.
struct RightsTable {
  /// Such as `Tests/GroupsTests/rights.csv`.
  let file: String
  let lines: [(id: String, rights: Rights)]
  /// What is wrong with it as it is written.
  let faults: [String]

  init(_ text: String, file: String) {
    self.file = file
    var lines: [(id: String, rights: Rights)] = []
    var faults: [String] = []
    let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let columns = rows.first ?? []
    if columns.joined(separator: ",") != Rights.heading { faults.append("\(file) begins with: \(Rights.heading)") }
    for row in rows.dropFirst() {
      guard row.count == columns.count, row.dropFirst().allSatisfy({ $0 == "x" || $0 == "-" }) else {
        faults.append("\(file): \(row.joined(separator: ",")) has not x or - in each of \(columns.count - 1) columns")
        continue
      }
      let held = zip(columns, row).filter { $0.1 == "x" }.map(\.0)
      lines.append((row[0], Rights(roles: Set(held).subtracting(["nobody"]), isForNobody: held.contains("nobody"))))
    }
    (self.lines, self.faults) = (lines, faults)
  }

  /// Where the table of a module stands: beside its tests.
  static func file(of module: any FeatureModule.Type) -> String {
    let name = String(describing: module)
    return "Tests/\(name.hasSuffix("Module") ? String(name.dropLast("Module".count)) : name)Tests/rights.csv"
  }

  /// The routes of jobs and cases are of no module; their table stands beside the tests of the API.
  static let own = "Tests/AdminAPITests/rights.csv"

  /// Every table that there is, found in the tree.
  static func all() throws -> [RightsTable] {
    try FileManager.default.contentsOfDirectory(atPath: Place.package + "Tests").sorted().compactMap { folder in
      guard let text = FileManager.default.contents(atPath: Place.package + "Tests/\(folder)/rights.csv") else { return nil }
      return RightsTable(String(decoding: text, as: UTF8.self), file: "Tests/\(folder)/rights.csv")
    }
  }
}

/// All tables together.
struct RightsLaw {
  let all: [String: Rights]
  let faults: [String]

  /// - Parameters:
  ///   - routes: all that there are, by their ids.
  ///   - files: where the routes of a module belong, by its id.
  ///   - declared: what the declarations say, for the lines that a fault asks for.
  init(_ tables: [RightsTable], routes: Set<String>, files: [String: String], declared: [String: Rights]) {
    var all: [String: Rights] = [:]
    var faults = tables.flatMap(\.faults)
    for table in tables {
      for (id, rights) in table.lines {
        let home = files[String(id.prefix { $0 != "." })]
        if !routes.contains(id) {
          faults.append("\(table.file): there is no route \(id)")
        } else if home != table.file {
          faults.append("\(table.file): \(id) belongs into \(home ?? "no table")")
        }
        if all.updateValue(rights, forKey: id) != nil { faults.append("\(table.file): \(id) stands twice") }
      }
    }
    for (module, file) in files.sorted(by: { $0.key < $1.key }) {
      let absent = routes.filter { $0.hasPrefix(module + ".") && all[$0] == nil }.sorted()
      guard !absent.isEmpty else { continue }
      let isWritten = tables.contains { $0.file == file }
      let lines = absent.map { (declared[$0] ?? Rights(roles: [], isForNobody: false)).line($0) }
      faults.append(
        "\(file) \(isWritten ? "lacks lines" : "is missing: write it"). The declarations would have:\n"
          + ((isWritten ? [] : [Rights.heading]) + lines).joined(separator: "\n"))
    }
    (self.all, self.faults) = (all, faults)
  }
}
