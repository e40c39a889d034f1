import Contracts
import Jalali
import Persian
import Engine
import Feature
import Store
import Values

/// Persons with rows below 1000 live in Golestan, all others in Kurdistan.
struct PeopleStandIn: FeatureModule, PeopleContract {
  static let module = Module(
    "people", "اشخاص آزمون", "people of the test", availability: .always,
    provisions: [.provides((any PeopleContract).self, PeopleStandIn())])

  func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts {
    guard case .row(let row) = reference, let province = Province(code: row < 1000 ? "IR-27" : "IR-12"),
      snapshot.home == nil || snapshot.home == province
    else { throw Refusal.notFound(PersonEntity.texts) }
    return PersonFacts(
      id: ID(row), code: "PE-\(row)", province: province, name: "\(row)", birth: JalaliDay(number: 5000),
      isLiterate: true)
  }
}

/// Group 7 is mature, group 8 is not.
struct GroupsStandIn: FeatureModule, GroupsContract {
  static let module = Module(
    "groups", "گروه‌های آزمون", "groups of the test", migrations: migrations, records: records, queries: queries, lists: lists,
    provisions: [.provides((any GroupsContract).self, GroupsStandIn())])
  static var migrations: [Migration] {
    [
      Migration(
        "groups.test",
        "CREATE TABLE groups_became(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, code TEXT NOT NULL UNIQUE) STRICT")
    ]
  }
  static var records: [any Record.Type] { [Became.self] }
  static var lists: [any ListQuery.Type] { [ListBecame.self] }
  static var queries: [any Query.Type] { [AskBook.self] }

  struct Became: Record {
    typealias Of = GroupEntity
    static let table = Table("groups_became", reach: .nation)
    var id = ID<GroupEntity>(0)
    var rev = 0
    var code: String
  }

  struct ListBecame: ListQuery {
    struct Item: Codable, Sendable { var code: String }
    static let spec = Spec("groups.became", "گروه‌ها", "Became", "/became", permission: .oneself)
    func selection() -> Selection { Selection(from: "groups_became t") }
  }

  /// What the institutes answer to others, seen from outside.
  struct AskBook: Query {
    var year: Int
    struct Answer: Codable, Sendable {
      var founded: [ID<InstituteEntity>]
      var isLicensed: Bool
    }
    static let spec = Spec("groups.founded", "مؤسسات", "Founded", "/founded", permission: .oneself)
    func answer(in snapshot: borrowing Snapshot) throws -> Answer {
      let facts = try snapshot.institute(.row(1))
      return Answer(
        founded: try snapshot.institutesFounded(in: facts.province, year: year),
        isLicensed: facts.isLicensed(on: snapshot.day))
    }
  }

  func group(_ reference: Ref<GroupEntity>, in snapshot: borrowing Snapshot) throws -> GroupFacts {
    guard case .row(let row) = reference, let golestan = Province(number: 27), snapshot.home == nil || snapshot.home == golestan
    else { throw Refusal.notFound(GroupEntity.texts) }
    return GroupFacts(
      id: ID(row), code: "GR-27-1405-000\(row)", name: "گروه", province: golestan, county: nil, neighbourhood: ID(1),
      state: row == 7 ? .mature : .active, requestedOn: try JalaliDay(1405, 1, 10), members: [ID(1), ID(2), ID(3)])
  }

  func becameInstitute(_ group: ID<GroupEntity>, work: borrowing Transaction) throws {
    try work.insert(Became(code: "\(group.raw)"))
  }

  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] { [] }
}

/// Keeps the keys of notices.
struct DeadlinesStandIn: FeatureModule, DeadlinesContract {
  static let module = Module(
    "deadlines", "مهلت‌های آزمون", "deadlines of the test", availability: .always, migrations: migrations, records: records, lists: lists,
    provisions: [.provides((any DeadlinesContract).self, DeadlinesStandIn())])
  static var migrations: [Migration] {
    [
      Migration(
        "deadlines.test",
        "CREATE TABLE deadlines_notice(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, key TEXT NOT NULL UNIQUE) STRICT")
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
  }

  struct ListNotices: ListQuery {
    struct Item: Codable, Sendable { var key: String }
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
  ) throws { try work.insert(Notice(key: key)) }
}
