import Contracts
import Jalali
import Persian
import Engine
import Feature
import Store
import Values

/// Rows below 1000 lie in Golestan, below 2000 in Kurdistan, all others in Khuzestan.
func home(of row: Int64) -> Province? { Province(code: row < 1000 ? "IR-27" : row < 2000 ? "IR-12" : "IR-06") }

struct PeopleStandIn: FeatureModule, PeopleContract {
  static let module = Module(
    "people", "اشخاص آزمون", "people of the test", availability: .always,
    provisions: [.provides((any PeopleContract).self, PeopleStandIn())])

  func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts {
    guard case .row(let row) = reference, let province = home(of: row), snapshot.home == nil || snapshot.home == province
    else { throw Refusal.notFound(PersonEntity.texts) }
    return PersonFacts(
      id: ID(row), code: "PE-\(row)", province: province, name: "\(row)", birth: JalaliDay(number: 5000), isLiterate: true)
  }
}

struct RegionsStandIn: FeatureModule, RegionsContract {
  static let module = Module(
    "regions", "نواحی آزمون", "regions of the test", availability: .always,
    provisions: [.provides((any RegionsContract).self, RegionsStandIn())])

  func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> NeighbourhoodFacts {
    guard case .row(let row) = reference, let province = home(of: row), snapshot.home == nil || snapshot.home == province
    else { throw Refusal.notFound(NeighbourhoodEntity.texts) }
    return NeighbourhoodFacts(
      id: ID(row), code: "NB-\(row)", province: province, county: nil, name: "\(row)", isHarmProne: true,
      isInformalSettlement: false)
  }
  func county(
    _ reference: Ref<CountyEntity>, of province: Province, in snapshot: borrowing Snapshot
  ) throws -> ID<CountyEntity> { throw Refusal.notFound(CountyEntity.texts) }
  func population(of province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> PopulationFacts? { nil }
  func workCalendar(of province: Province, in snapshot: borrowing Snapshot) throws -> WorkCalendar { .official }
}

/// Refuses a key that came before, so that a doubled reminder is seen.
struct DeadlinesStandIn: FeatureModule, DeadlinesContract {
  static let module = Module(
    "deadlines", "مهلت‌های آزمون", "deadlines of the test", availability: .always, migrations: migrations, records: records, lists: lists,
    provisions: [.provides((any DeadlinesContract).self, DeadlinesStandIn())])
  static var migrations: [Migration] {
    [
      Migration(
        "deadlines.test",
        """
        CREATE TABLE deadlines_notice(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, key TEXT NOT NULL UNIQUE,
          day INTEGER NOT NULL) STRICT
        """)
    ]
  }
  static var records: [any Record.Type] { [Notice.self] }
  static var lists: [any ListQuery.Type] { [ListNotices.self] }

  struct Notice: Record {
    typealias Of = DeadlineEntity
    static let table = Table("deadlines_notice", reach: .nation)
    var id = ID<DeadlineEntity>(0)
    var rev = 0
    var key: String
    var day: JalaliDay
  }

  struct ListNotices: ListQuery {
    struct Item: Codable, Sendable { var day: JalaliDay }
    static let spec = Spec("deadlines.notices", "یادآوری‌ها", "Notices", "/notices", permission: .oneself)
    func selection() -> Selection { Selection(from: "deadlines_notice t") }
  }

  func open(
    _ kind: String, for object: String, in province: Province, from: JalaliDay, days: Int, rule: DeadlineRule,
    texts: Texts, work: borrowing Transaction
  ) throws -> JalaliDay { from.adding(days: days) }
  func meet(_ kind: String, for object: String, work: borrowing Transaction) throws {}
  func due(_ kind: String, for object: String, in snapshot: borrowing Snapshot) throws -> JalaliDay? { nil }
  func notify(
    _ role: Role, in province: Province, key: String, object: String, texts: Texts, work: borrowing Transaction
  ) throws { try work.insert(Notice(key: key, day: work.day)) }
}
