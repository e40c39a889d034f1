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

  /// Columns that may be empty in several rows of a unique index, and why that is meant; or the trigger that refuses it.
  private static let empties = [
    "healthbases_agreement.previous": "a first agreement renews none",
    "healthbases_outcome.successor": "only a renewal has one",
    "institutes_institute.from_group": "outside applicants come from no group",
    "people_person.identity_index": "people without an ID are told apart otherwise",
    "regions_county.statistical_code": "a county whose code nobody knows",
    "regions_neighbourhood.county": "regions_neighbourhood_once",
    "training_enrolment.reserve": "who has a seat stands in no reserve",
    "training_enrolment.seat": "who stands in the reserve has no seat",
  ]

  @Test func `a unique index counts an empty field as a value, or says why it does not`() throws {
    let store = try Installed.freshStore()
    var found: Set<String> = []
    for sheet in try Installed.registry().tables.all {
      let table = sheet.table.name
      let mayBeEmpty = try store.texts("SELECT name FROM pragma_table_info('\(table)') WHERE \"notnull\" = 0 AND pk = 0")
      for index in try store.texts("SELECT name FROM pragma_index_list('\(table)') WHERE \"unique\" = 1 AND origin <> 'pk'") {
        let condition = try store.texts("SELECT sql FROM sqlite_master WHERE name = '\(index)'").first?.split(separator: "WHERE ")
          .dropFirst().first
        // An expression such as coalesce(county, 0) has no name.
        for column in try store.texts("SELECT name FROM pragma_index_xinfo('\(index)') WHERE key = 1 AND name IS NOT NULL")
        where mayBeEmpty.contains(column) && condition?.contains("\(column) IS NOT NULL") != true {
          found.insert("\(table).\(column)")
        }
      }
    }
    for (column, reason) in Self.empties where reason.hasSuffix("_once") {
      #expect(try !store.texts("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name = '\(reason)'").isEmpty, "\(column)")
    }
    refuse(found.subtracting(Self.empties.keys).sorted().map { "\($0): unique, and may be empty in many rows; coalesce it or say why" })
    refuse(Set(Self.empties.keys).subtracting(found).sorted().map { "\($0): a reason that nothing needs" })
  }
}

extension StringProtocol {
  var trimmed: String { String(drop { $0 == " " }) }
}

extension Connection {
  /// The first column of what a statement finds.
  fileprivate func texts(_ sql: String) throws -> [String] { try privileged(text: sql).all().compactMap { $0.first?.string } }
}
