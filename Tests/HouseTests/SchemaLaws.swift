import Engine
import Feature
import Store
import TestKit
import Testing
import Values

/// Migrations keep to their module, and a table says what each of its columns means.
@Suite struct `Tables and columns` {
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
}

extension StringProtocol {
  var trimmed: String { String(drop { $0 == " " }) }
}
