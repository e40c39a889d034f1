import Contracts
import Jalali
import Persian
import Registry
import Store
import Values

/// Persons 1 to 20 are literate adults of Golestan; 21 is thirteen on 1405/02/01, 22 a day later; 23 cannot read;
/// 24 is of Kurdistan.
struct StandInPeople: FeatureModule, PeopleDesk {
  static let manifest = Manifest("people", "اشخاص آزمون", "test people", isSwitchable: false)

  init(_ kernel: Kernel) throws { try kernel.publish((any PeopleDesk).self, self) }

  var records: [any Record.Type] { [StandInPerson.self] }
  var migrations: [Migration] {
    [
      Migration(
        "people.stand-in",
        """
        CREATE TABLE people_person(id INTEGER PRIMARY KEY, rev INTEGER, province TEXT NOT NULL, birth INTEGER,
        is_literate INTEGER) STRICT
        """,
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
        INSERT INTO people_person SELECT i, 1, 'IR-27', 0, 1 FROM n
        """,
        """
        INSERT INTO people_person VALUES(21,1,'IR-27',15816,1), (22,1,'IR-27',15817,1), (23,1,'IR-27',0,0),
        (24,1,'IR-12',0,1)
        """)
    ]
  }

  func person(_ reference: Ref<PersonEntity>, in look: borrowing Look) throws -> PersonFacts {
    let row = try look.require(StandInPerson.self, reference)
    return PersonFacts(
      id: row.id, code: "PE-\(row.id.raw)", province: row.province, name: "person \(row.id.raw)", birth: row.birth,
      isLiterate: row.isLiterate)
  }
}

private struct StandInPerson: ProvincialRecord {
  typealias Of = PersonEntity
  static let table = Table("people_person", reach: .province)
  var id = ID<PersonEntity>(0)
  var rev = 0
  var province: Province
  var birth: JalaliDay
  var isLiterate: Bool
}
