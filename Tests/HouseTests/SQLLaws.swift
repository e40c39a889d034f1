import Engine
import Feature
import Testing

/// SQL is literal text, features only read, and SQLite is spoken to in one room.
@Suite struct `SQL` {
  @Test func `no SQL is put together by interpolation`() {
    refuse(
      literals.filter { $0.literal.isInterpolated && isSQL($0.literal.text) }.map {
        "\($0.path):\($0.literal.line): SQL with an interpolation"
      })
  }

  @Test func `a feature writes through the unit of work only`() {
    let writing = /\b(INSERT\s+(OR\s+\w+\s+)?INTO|REPLACE\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET|UPDATE\s+OR)\b/
    refuse(
      literals.filter { !isCarriedOver($0) && $0.literal.text.firstMatch(of: writing) != nil }.map {
        "\($0.path):\($0.literal.line): a feature's own writing SQL"
      })
  }

  @Test func `a feature's SQL reads no other feature's table`() throws {
    let roster = try Roster()
    let owners = Dictionary(
      try Installed.registry().modules.flatMap { module in module.records.map { ($0.table.name, Installed.target(of: module)) } },
      uniquingKeysWith: { first, _ in first })
    #expect(!owners.isEmpty)
    for (path, room, literal) in literals where isSQL(literal.text) {
      let own = String(room.split(separator: "/").last ?? "")
      let sql = literal.text.replacing(/--[^\n]*/, with: "")
      for word in Set(sql.words) {
        guard let owner = owners[String(word)], owner != own, roster.features.contains(owner) else { continue }
        Issue.record("\(path):\(literal.line): \(own) reads \(word) of \(owner)")
      }
    }
  }

  @Test func `only the store speaks to SQLite`() {
    // The benchmark's ceiling is SQLite without the house, so it calls it by itself.
    for source in SourceTree.swift
    where source.file.room != "Modules/Kernel/Store" && !source.path.hasPrefix("Tests/Benchmarks/Ceilings/") {
      for (index, line) in source.swift.code.enumerated() where line.contains("sqlite3_") {
        Issue.record("\(source.path):\(index + 1): calls SQLite")
      }
    }
  }

  private var literals: [(path: String, room: String, literal: SwiftText.Literal)] {
    SourceTree.features.flatMap { source in source.swift.literals.map { (source.path, source.file.room, $0) } }
  }

  /// A step of the schema that makes a table anew takes its rows over whole; that they are the same is told by their digests.
  private func isCarriedOver(_ found: (path: String, room: String, literal: SwiftText.Literal)) -> Bool {
    found.path.contains("/Schema/") && found.literal.text.wholeMatch(of: /INSERT INTO (\w+) SELECT \* FROM \1_once/) != nil
  }

  private func isSQL(_ text: String) -> Bool {
    let words = Set(text.words)
    return !words.isDisjoint(with: ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "PRAGMA", "WHERE"])
  }
}
