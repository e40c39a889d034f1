@testable import Engine
import Feature
import Store
import Testing
import Values

/// A look-up in a table of the provinces goes by an index. Covered: every record by row and by code; every condition that a
/// feature gives to `first` and `all`, and every SELECT it writes out, when they have parameters; every list by province and
/// by each reference. Not covered: a list's other filters (state, dates, words), which narrow a walk in the list's order.
@Suite struct `Look-ups` {
  private let store: Connection
  private let provincial: Set<String>

  init() throws {
    store = try Installed.freshStore()
    provincial = Set(try Installed.registry().tables.all.filter { $0.columns.contains { $0.name == "province" } }.map(\.table.name))
  }

  @Test func `a row is found by its number and by its code`() throws {
    for sheet in try Installed.registry().tables.all {
      for column in ["id", "code"] where sheet.columns.contains(where: { $0.name == column }) {
        let scans = try scans(of: "SELECT * FROM \(sheet.table.name) WHERE \(column) = ?", among: [sheet.table.name])
        #expect(scans.isEmpty, "\(sheet.table.name) by \(column): \(scans)")
      }
    }
  }

  @Test func `a condition of a feature goes by an index`() throws {
    let tables = Dictionary(
      try Installed.registry().modules.flatMap(\.records).map { (String(reflecting: $0), $0.table.name) },
      uniquingKeysWith: { first, _ in first })
    var count = 0
    for source in SourceTree.features {
      for call in source.swift.joined.matches(of: /\.(?:first|all)\(\s*(\w+)\.self,\s*"(\d+)"/) {
        guard let number = Int(call.output.2) else { continue }
        let literal = source.swift.literals[number]
        let target = source.file.room.split(separator: "/").last ?? ""
        guard literal.text.contains("?"), let table = tables["\(target).\(call.output.1)"] else { continue }
        count += 1
        try explain("SELECT * FROM \(table) WHERE \(literal.text)", at: "\(source.path):\(literal.line)")
      }
    }
    #expect(count > 0)
  }

  @Test func `a SELECT of a feature goes by an index`() throws {
    for source in SourceTree.features {
      for literal in source.swift.literals {
        let sql = String(literal.text.drop { $0.isWhitespace })
        guard sql.hasPrefix("SELECT "), sql.replacing("LIMIT ?", with: "").contains("?") else { continue }
        try explain(sql, at: "\(source.path):\(literal.line)")
      }
    }
  }

  @Test func `a statement of the kernel goes by an index in the tables that grow`() throws {
    let growing: Set = [
      "audit_entry", "audit_node", "audit_ix", "audit_opening", "audit_subject_key", "audit_checkpoint",
      "registry_answer", "rules_verdict", "rules_parameters", "nightly_run",
    ]
    var count = 0
    for source in SourceTree.swift where ["Modules/Kernel/Engine", "Modules/Kernel/Ledger"].contains(source.file.room) {
      for literal in source.swift.literals where !literal.isInterpolated {
        let sql = String(literal.text.drop { $0.isWhitespace }).replacing("main.", with: "")
        let isMeant = ["SELECT ", "DELETE ", "UPDATE "].contains { sql.hasPrefix($0) } && sql.replacing("LIMIT ?", with: "").contains("?")
        guard isMeant, growing.contains(where: { sql.contains($0) }) else { continue }
        count += 1
        let scans = try scans(of: sql, among: growing)
        #expect(scans.isEmpty, "\(source.path):\(literal.line): \(scans.joined(separator: "; ")) in \(sql)")
      }
    }
    #expect(count > 15, "\(count) statements were found")
  }

  @Test func `a list goes by an index when a province or a reference is given`() throws {
    for command in try Installed.registry().commands where command.kind == .list {
      guard case .list(let selection) = command.body else { continue }
      for field in command.fields {
        let samples: [Value]
        switch field.kind {
        case .province: samples = ["IR-27"]
        case .reference(_, let prefix): samples = [1] + (prefix.map { [.text($0 + "-27-1405-0001")] } ?? [])
        default: continue
        }
        let others = command.fields.filter { !$0.isOptional && $0.name != field.name }.map { Value.Member($0.name, sample($0.kind)) }
        for sample in samples {
          let given = Value.object(others + [Value.Member(field.name, sample)])
          // Only some references may also be written as codes.
          guard let input = try? Field.conform(given, to: command.fields, mode: .typed) else {
            #expect(sample.string != nil && sample != "IR-27", "\(command.spec.id): no sample for \(field.name)")
            continue
          }
          try explain(sql(command, try selection(input)), at: "\(command.spec.id) by \(field.name) = \(sample)")
        }
      }
    }
  }

  private func sample(_ kind: FieldKind) -> Value {
    switch kind {
    case .province: "IR-27"
    case .int, .reference, .rial: 1
    case .bool: true
    case .day: "1405-01-01"
    case .choice(let choices): .text(choices.first?.value ?? "")
    default: "1"
    }
  }

  private func explain(_ sql: String, at place: String) throws {
    let scans = try scans(of: sql, among: provincial)
    #expect(scans.isEmpty, "\(place): \(scans.joined(separator: "; ")) in \(sql)")
  }

  /// The statement of one page, as a list runs it.
  private func sql(_ command: Command, _ selection: Selection) -> String {
    let columns = command.answer.map { selection.expressions[$0.name] ?? "t.\(snakeCase($0.name))" } + [selection.key]
    let filter = selection.conditions.map { "(\($0.sql))" }.joined(separator: " AND ")
    let order = (selection.order.map { [$0] } ?? []) + [selection.key]
    return "SELECT \(columns.joined(separator: ",")) FROM \(selection.from)\(filter.isEmpty ? "" : " WHERE " + filter)"
      + " ORDER BY \(order.joined(separator: ","))\(selection.isNewestFirst ? " DESC" : "") LIMIT ?"
  }

  /// What SQLite's plan walks from end to end, of the given tables.
  private func scans(of sql: String, among tables: Set<String>) throws -> [String] {
    var names: [String: String] = [:]
    for use in sql.matches(of: /(?i)\b(?:FROM|JOIN|UPDATE)\s+(\w+)(?:\s+(?:AS\s+)?(\w+))?/) {
      let table = String(use.output.1)
      names[table] = table
      if let alias = use.output.2 { names[String(alias)] = table }
    }
    let plan = try store.privileged(text: "EXPLAIN QUERY PLAN " + sql).all().compactMap { $0.last?.string }
    return plan.filter { step in
      guard step.hasPrefix("SCAN "), let name = step.words.dropFirst().first else { return false }
      return names[String(name)].map(tables.contains) ?? false
    }
  }
}
