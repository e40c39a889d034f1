import Contracts
import Jalali
import Persian
import Engine
import Feature
import Store
import Values

/// Neighbourhoods 1 and 2 lie in Golestan, 3 in Kurdistan.
struct StandInRegions: FeatureModule, RegionsContract {
  static let module = Module(
    "regions", "نواحی آزمون", "test regions", availability: .always, provisions: [.provides((any RegionsContract).self, StandInRegions())])

  func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> NeighbourhoodFacts {
    guard case .row(let row) = reference, (1...3).contains(row) else {
      throw Refusal.notFound(NeighbourhoodEntity.texts)
    }
    let province = try Province(parsing: row == 3 ? "IR-12" : "IR-27")
    guard snapshot.home == nil || snapshot.home == province else { throw Refusal.notFound(NeighbourhoodEntity.texts) }
    return NeighbourhoodFacts(
      id: ID(row), code: "NB-27-1405-000\(row)", province: province, county: ID(row), name: "محلهٔ \(row)",
      isHarmProne: false, isInformalSettlement: false)
  }

  func county(_ reference: Ref<CountyEntity>, of province: Province, in snapshot: borrowing Snapshot) throws -> ID<CountyEntity> {
    throw Refusal.notFound(CountyEntity.texts)
  }
  func population(of province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> PopulationFacts? { nil }
  func workCalendar(of province: Province, in snapshot: borrowing Snapshot) throws -> WorkCalendar { .official }
}

/// 1…99 live in Golestan, from 1000 on in Kurdistan. 50 turns 13 on 1405/02/01, 51 a day later, 60 cannot read.
struct StandInPeople: FeatureModule, PeopleContract {
  static let module = Module(
    "people", "اشخاص آزمون", "test people", availability: .always, provisions: [.provides((any PeopleContract).self, StandInPeople())])

  func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts {
    guard case .row(let row) = reference else { throw Refusal.notFound(PersonEntity.texts) }
    let province = try Province(parsing: row >= 1000 ? "IR-12" : "IR-27")
    guard snapshot.home == nil || snapshot.home == province else { throw Refusal.notFound(PersonEntity.texts) }
    let birth =
      switch row {
      case 50: try JalaliDay(1392, 2, 1)
      case 51: try JalaliDay(1392, 2, 2)
      default: try JalaliDay(1370, 1, 1)
      }
    return PersonFacts(
      id: ID(row), code: "PE-27-1405-\(row)", province: province, name: "شخص \(row)", birth: birth,
      isLiterate: row != 60)
  }
}

/// Volunteers gathered in 1 and 3. Ranking 1 is locked, 2 is not, 3 belongs to neighbourhood 2.
struct StandInNeeds: FeatureModule, MobilisationContract {
  static let module = Module(
    "mobilisation", "بسیج آزمون", "test mobilisation", provisions: [.provides((any MobilisationContract).self, StandInNeeds())])

  func lockedRanking(_ reference: Ref<RankingEntity>, in snapshot: borrowing Snapshot) throws -> RankingFacts {
    guard case .row(let row) = reference, row != 2 else {
      throw Refusal.conflict("mobilisation.not-locked", Texts("قفل نشده", "not locked"))
    }
    return RankingFacts(
      id: ID(row), code: "NR-27-1405-000\(row)", province: try Province(parsing: "IR-27"),
      neighbourhood: ID(row == 3 ? 2 : 1), lockedOn: try JalaliDay(1405, 1, 20),
      needs: [.init(title: "فضای سبز", rank: 1), .init(title: "اشتغال جوانان", rank: 2)])
  }

  func lastGathering(in neighbourhood: ID<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> JalaliDay? {
    neighbourhood.raw == 2 ? nil : try JalaliDay(1405, 1, 15)
  }
}

/// People 1…4 hold a certificate.
struct StandInTraining: FeatureModule, TrainingContract {
  static let module = Module(
    "training", "آموزش آزمون", "test training", provisions: [.provides((any TrainingContract).self, StandInTraining())])

  func certified(among people: [ID<PersonEntity>], on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<
    PersonEntity
  >] {
    people.filter { $0.raw <= 4 }
  }
  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] { [] }
}

/// Keeps clocks in a table of its own.
struct StandInDeadlines: FeatureModule, DeadlinesContract {
  static let module = Module(
    "deadlines", "مهلت آزمون", "test deadlines", availability: .always, migrations: migrations, records: records,
    provisions: [.provides((any DeadlinesContract).self, StandInDeadlines())])

  struct Clock: ProvincialRecord {
    typealias Of = DeadlineEntity
    static let table = Table("deadlines_clock", reach: .province)
    var id = ID<DeadlineEntity>(0)
    var rev = 0
    var province: Province
    var kind: String
    var object: String
    var due: JalaliDay
    var isOpen = true
  }

  static var records: [any Record.Type] { [Clock.self] }
  static var migrations: [Migration] {
    [
      Migration(
        "deadlines.clock",
        """
        CREATE TABLE deadlines_clock(
          id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, province TEXT NOT NULL, kind TEXT NOT NULL,
          object TEXT NOT NULL,
          due INTEGER NOT NULL, is_open INTEGER NOT NULL) STRICT
        """)
    ]
  }

  func open(
    _ kind: String, for object: String, in province: Province, from: JalaliDay, days: Int, rule: DeadlineRule,
    texts: Texts, work: borrowing Transaction
  ) throws -> JalaliDay {
    try work.insert(Clock(province: province, kind: kind, object: object, due: from.adding(days: days))).due
  }

  func meet(_ kind: String, for object: String, work: borrowing Transaction) throws {
    guard var clock = try work.first(Clock.self, "kind = ? AND object = ? AND is_open = 1", kind, object) else {
      return
    }
    clock.isOpen = false
    try work.update(clock)
  }

  func due(_ kind: String, for object: String, in snapshot: borrowing Snapshot) throws -> JalaliDay? {
    try snapshot.first(Clock.self, "kind = ? AND object = ? AND is_open = 1", kind, object)?.due
  }

  func notify(
    _ role: Role, in province: Province, key: String, object: String, texts: Texts, work: borrowing Transaction
  ) throws {}
}

/// Asks what Institutes and Monitoring would ask.
struct StandInAsker: FeatureModule {
  static let module = Module("institutes", "مؤسسات آزمون", "test institutes", after: ["groups"], actions: actions, queries: queries)

  static var actions: [any Action.Type] { [License.self] }
  static var queries: [any Query.Type] { [Covered.self, Facts.self] }

  struct License: Action {
    var group: Ref<GroupEntity>
    static let spec = Spec(
      "institutes.license", "پروانه", "license", .post, "/institutes/{group}", permission: .oneself)
    func perform(in work: borrowing Transaction) throws -> Done {
      let facts = try work.group(group)
      try work.becameInstitute(facts.id)
      return Done()
    }
  }

  struct Covered: Query {
    var until: JalaliDay
    struct Answer: Codable { var people: [ID<PersonEntity>] }
    static let spec = Spec("institutes.covered", "پوشش", "covered", "/institutes/covered", permission: .coveredForTests)
    func answer(in snapshot: borrowing Snapshot) throws -> Answer {
      Answer(people: try snapshot.peopleCoveredByGroups(in: Province(parsing: "IR-27"), until: until))
    }
  }

  struct Facts: Query {
    var group: Ref<GroupEntity>
    struct Answer: Codable {
      var state: String
      var members: [ID<PersonEntity>]
    }
    static let spec = Spec("institutes.group", "گروه", "group", "/institutes/groups/{group}", permission: .oneself)
    func answer(in snapshot: borrowing Snapshot) throws -> Answer {
      let facts = try snapshot.group(group)
      return Answer(state: facts.state.rawValue, members: facts.members)
    }
  }
}

extension Permission {
  /// Held by every post, each in its own region.
  static let coveredForTests = Permission("institutes.covered", "پوشش", "covered", heldBy: Role.all)
}
