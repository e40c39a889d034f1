import Contracts
import Jalali
import Persian
import Registry
import Store
import Values

/// Persons with rows below 1000 live in Golestan, all others in Kurdistan.
struct PeopleStandIn: FeatureModule, PeopleDesk {
  static let manifest = Manifest("people", "اشخاص آزمون", "people of the test", isSwitchable: false)

  init(_ kernel: Kernel) throws { try kernel.publish((any PeopleDesk).self, self) }

  func person(_ reference: Ref<PersonEntity>, in look: borrowing Look) throws -> PersonFacts {
    guard case .row(let row) = reference, let province = Province(code: row < 1000 ? "IR-27" : "IR-12"),
      look.home == nil || look.home == province
    else { throw Refusal.notFound(PersonEntity.texts) }
    return PersonFacts(
      id: ID(row), code: "PE-\(row)", province: province, name: "\(row)", birth: JalaliDay(number: 5000),
      isLiterate: true)
  }
}

/// Group 7 is mature, group 8 is not.
struct GroupsStandIn: FeatureModule, GroupsBook {
  static let manifest = Manifest("groups", "گروه‌های آزمون", "groups of the test")
  var migrations: [Migration] {
    [
      Migration(
        "groups.test",
        "CREATE TABLE groups_became(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, code TEXT NOT NULL UNIQUE) STRICT")
    ]
  }
  var records: [any Record.Type] { [Became.self] }
  var lists: [any ListQuery.Type] { [ListBecame.self] }
  var queries: [any Query.Type] { [AskBook.self] }

  init(_ kernel: Kernel) throws { try kernel.publish((any GroupsBook).self, self) }

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
    func answer(in look: borrowing Look) throws -> Answer {
      let facts = try look.institutes.institute(.row(1), in: look)
      return Answer(
        founded: try look.institutes.founded(in: facts.province, year: year, in: look),
        isLicensed: facts.isLicensed(on: look.day))
    }
  }

  func group(_ reference: Ref<GroupEntity>, in look: borrowing Look) throws -> GroupFacts {
    guard case .row(let row) = reference, let golestan = Province(number: 27), look.home == nil || look.home == golestan
    else { throw Refusal.notFound(GroupEntity.texts) }
    return GroupFacts(
      id: ID(row), code: "GR-27-1405-000\(row)", name: "گروه", province: golestan, county: nil, neighbourhood: ID(1),
      state: row == 7 ? "mature" : "active", requestedOn: try JalaliDay(1405, 1, 10), members: [ID(1), ID(2), ID(3)])
  }

  func becameInstitute(_ group: ID<GroupEntity>, work: borrowing UnitOfWork) throws {
    try work.insert(Became(code: "\(group.raw)"))
  }

  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>] { [] }
}

/// Keeps the keys of notices.
struct DeadlinesStandIn: FeatureModule, DeadlinesDesk {
  static let manifest = Manifest("deadlines", "مهلت‌های آزمون", "deadlines of the test", isSwitchable: false)
  var migrations: [Migration] {
    [
      Migration(
        "deadlines.test",
        "CREATE TABLE deadlines_notice(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, key TEXT NOT NULL UNIQUE) STRICT")
    ]
  }
  var records: [any Record.Type] { [Notice.self] }
  var lists: [any ListQuery.Type] { [ListNotices.self] }

  init(_ kernel: Kernel) throws { try kernel.publish((any DeadlinesDesk).self, self) }

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
    texts: Texts, work: borrowing UnitOfWork
  ) throws -> JalaliDay { from.adding(days: days) }
  func meet(_ kind: String, for object: String, work: borrowing UnitOfWork) throws {}
  func due(_ kind: String, for object: String, in look: borrowing Look) throws -> JalaliDay? { nil }
  func notify(
    _ role: Role, in province: Province, key: String, object: String, texts: Texts, work: borrowing UnitOfWork
  ) throws { try work.insert(Notice(key: key)) }
}
