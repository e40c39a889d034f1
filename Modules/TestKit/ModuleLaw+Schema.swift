import Engine
import Feature
import Store
import Values

extension ModuleLaw {
  func homeless(_ module: Module) -> [String] {
    let made = Set(ModuleLaw.tables(of: module).map(\.name))
    let kept = Set(module.records.map { $0.table.name })
    return made.subtracting(kept).sorted().map { "\($0): no record keeps this table" }
      + kept.subtracting(made).sorted().map { "\($0): no step of the schema makes this table" }
      + kept.filter { !$0.hasPrefix(module.id + "_") }.sorted().map { "\($0): does not begin with \(module.id)_" }
  }

  func unexplained(_ module: Module) throws -> [String] {
    let store = try ModuleLaw.emptyTables(of: module)
    var breaches: [String] = []
    for table in ModuleLaw.tables(of: module) {
      if table.withoutComments.firstMatch(of: /\)\s*STRICT\b/) == nil { breaches.append("\(table.name): is not STRICT") }
      breaches += table.columnLines.filter { $0.name != "id" && !$0.line.contains("-- ") }.map {
        "\(table.name).\($0.name): has no comment"
      }
    }
    for record in module.records {
      let name = record.table.name
      let stored = try ModuleLaw.columns(of: name, in: store)
      // A table that is not there at all is another law's.
      guard !stored.isEmpty else { continue }
      let declared = Set(try record.fields().map { snakeCase($0.name) })
      breaches += stored.subtracting(declared).sorted().map { "\(name).\($0): no property of the record" }
      breaches += declared.subtracting(stored).sorted().map { "\(name).\($0): no column of the table" }
    }
    return breaches
  }

  func strange(_ module: Module) -> [String] {
    var breaches = module.rules.filter { !$0.id.hasPrefix(module.id + ".") }.map { "\($0.id): a rule of \(module.id)" }
    for migration in module.migrations {
      if !migration.name.hasPrefix(module.id + ".") { breaches.append("\(migration.name): a step of \(module.id)") }
      for sql in migration.sql {
        let touched = sql.matches(of: /(?i)\b(?:CREATE TABLE|INTO|UPDATE|DELETE FROM|ALTER TABLE|DROP TABLE)\s+([a-z_]+)\b/)
        let names = touched.map { String($0.output.1) } + [DDL(sql)?.name, DDL(sql)?.on].compactMap { $0 }
        let words = Set(names).subtracting(["of", "on"]).filter { !$0.hasPrefix(module.id + "_") }
        breaches += words.sorted().map { "\(migration.name): touches \($0)" }
      }
    }
    return breaches
  }

  /// Every list of one table of the module, asked for a province and for each reference; and every record, for its rows in
  /// the states in which they wait.
  func walking(_ module: Module) throws -> [String] {
    let store = try ModuleLaw.emptyTables(of: module)
    let tables = Set(ModuleLaw.tables(of: module).map(\.name))
    let waiting = try module.records.compactMap { $0 as? any StatefulRecord.Type }.compactMap { record -> String? in
      let table = record.table.name
      guard !record.waits.isEmpty, tables.contains(table) else { return nil }
      let words = ["EXPLAIN QUERY PLAN SELECT * FROM", table, "WHERE state IN (?, ?) ORDER BY id LIMIT ?"]
      let plan = try store.privileged(text: words.joined(separator: " ")).all()
      return plan.contains { $0.last?.string?.hasPrefix("SCAN \(table)") == true }
        ? "\(table) by state: walks through the whole table" : nil
    }
    return try module.lists.flatMap { try ModuleLaw.walks(of: $0, store, tables) } + waiting
  }

  private static func walks<Declared: ListQuery>(of list: Declared.Type, _ store: Connection, _ tables: Set<String>) throws -> [String] {
    let fields = try Schema.fields(of: list)
    return try fields.compactMap { field -> String? in
      let sample: Value
      switch field.kind {
      case .province: sample = "IR-27"
      case .reference: sample = 1
      default: return nil
      }
      let others = fields.filter { !$0.isOptional && $0.name != field.name }
      guard others.isEmpty else { return nil }
      let input = try Field.conform(.object([Value.Member(field.name, sample)]), to: fields, mode: .typed)
      let selection = try ValueDecoder.decode(list, from: input).selection()
      // What also looks into other modules' tables is looked at in the whole store, by the house tests.
      let filter = selection.conditions.map { "(\($0.sql))" }.joined(separator: " AND ")
      guard tables.contains(where: { selection.from == "\($0) t" }), !filter.contains(" FROM ") else { return nil }
      let order = [selection.order, selection.key].compactMap { $0 }.joined(separator: ",")
      let words = ["EXPLAIN QUERY PLAN SELECT t.id FROM", selection.from, "WHERE", filter, "ORDER BY", order, "LIMIT ?"]
      let plan = try store.privileged(text: words.joined(separator: " ")).all().compactMap { $0.last?.string }
      return plan.contains { $0.hasPrefix("SCAN t") } ? "\(list.spec.id) by \(field.name): walks through the whole table" : nil
    }
  }

  static func tables(of module: Module) -> [DDL] {
    DDL.tables(after: module.migrations)
  }

  /// The module's tables alone, in memory.
  private static func emptyTables(of module: Module) throws -> Connection {
    let store = try Connection(path: ":memory:", mode: .writer)
    for sql in module.migrations.flatMap(\.sql) { try store.privileged(text: sql).run() }
    // Brings the scope's function; without its views, so that plans are those of the tables themselves.
    try store.installScopedViews(over: [])
    return store
  }

  private static func columns(of table: String, in store: Connection) throws -> Set<String> {
    Set(try store.privileged("SELECT name FROM pragma_table_info(?)").bind([.text(table)]).all().compactMap { $0.first?.string })
  }
}
