import Engine
import Feature
import Store
import Testing
import Values

/// Migrations keep to their module, and a table says what each of its columns means.
@Suite struct `Tables and columns` {
  @Test func `a migration touches its own module's tables only`() throws {
    for module in try Installed.registry().modules {
      let id = module.id
      var breaches: [String] = []
      for migration in module.migrations {
        if !migration.name.hasPrefix(id + ".") { breaches.append("migration \(migration.name) of \(id)") }
        for sql in migration.sql {
          let touched = sql.matches(of: /(?i)\b(?:CREATE TABLE|INTO|UPDATE|DELETE FROM|ALTER TABLE|DROP TABLE)\s+([a-z_]+)\b/)
          let names = touched.map { String($0.output.1) } + [DDL(sql)?.name, DDL(sql)?.on].compactMap { $0 }
          breaches += names.filter { !$0.hasPrefix(id + "_") && $0 != "of" && $0 != "on" }.map { "\(migration.name): touches \($0)" }
        }
      }
      refuse(breaches)
    }
  }

  @Test func `a foreign key points to a module that comes before`() throws {
    for module in try Installed.registry().modules {
      let reachable = Set([module.id] + module.after)
      for migration in module.migrations {
        for table in migration.sql.compactMap({ DDL($0) }).flatMap(\.references) {
          let owner = String(table.prefix { $0 != "_" })
          #expect(reachable.contains(owner), "\(migration.name): REFERENCES \(table), but \(module.id) is not after \(owner)")
        }
      }
    }
  }

  @Test func `a table is strict and every column explained`() throws {
    let tables = try Installed.registry().modules.flatMap(\.migrations).flatMap(\.sql).compactMap { DDL($0) }.filter { $0.kind == "TABLE" }
    #expect(!tables.isEmpty)
    var breaches: [String] = []
    for table in tables {
      if table.withoutComments.firstMatch(of: /\)\s*STRICT\b/) == nil { breaches.append("\(table.name): is not STRICT") }
      for column in table.columnLines where column.name != "id" && !column.line.contains("-- ") {
        breaches.append("\(place(of: column.line, in: table)): \(table.name).\(column.name) has no comment")
      }
    }
    refuse(breaches)
  }

  @Test func `a table has exactly the columns of its record`() throws {
    let store = try Installed.freshStore()
    let sheets = try Installed.registry().tables.all
    #expect(!sheets.isEmpty)
    for sheet in sheets {
      let stored = try store.privileged(text: "SELECT name FROM pragma_table_info('\(sheet.table.name)')").all().compactMap {
        $0.first?.string
      }
      #expect(Set(stored) == Set(sheet.columns.map(\.name)), "\(sheet.table.name): the table has \(stored)")
      let needed: [Table.Reach: [String]] = [.nation: [], .province: ["province"], .county: ["province", "county"]]
      #expect(Set(needed[sheet.table.reach] ?? []).isSubset(of: stored), "\(sheet.table.name): reach \(sheet.table.reach)")
    }
  }

  @Test func `a table belongs to a record, and to the module whose name it bears`() throws {
    for module in try Installed.registry().modules {
      let id = module.id
      let created = module.migrations.flatMap(\.sql).compactMap { DDL($0) }.filter { $0.kind == "TABLE" }.map(\.name)
      let kept = module.records.map { $0.table.name }
      #expect(Set(created) == Set(kept), "\(id): tables \(created), records \(kept)")
      #expect(kept.allSatisfy { $0.hasPrefix(id + "_") }, "\(id): \(kept)")
    }
  }

  /// Where a line of a table stands in the source.
  private func place(of line: String, in table: DDL) -> String {
    for source in SourceTree.features {
      let lines = source.file.lines.map(\.trimmed)
      guard let start = lines.firstIndex(where: { $0.hasPrefix("CREATE TABLE \(table.name)(") }) else { continue }
      let index = lines[start...].firstIndex(of: line.trimmed)
      return "\(source.path):\((index ?? start) + 1)"
    }
    return "?"
  }
}

extension StringProtocol {
  var trimmed: String { String(drop { $0 == " " }) }
}
