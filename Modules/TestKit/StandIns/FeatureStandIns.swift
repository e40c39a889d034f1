public import Contracts
public import Feature

/// Nobody has gathered, and nothing is ranked.
public final class MobilisationStandIn: StandIn, MobilisationContract {
  /// Locked rankings, by row.
  public let rankings = Answers<Int64, RankingFacts?> { _ in nil }
  /// The last gathering, by the row of the neighbourhood.
  public let gatherings = Answers<Int64, JalaliDay?> { _ in nil }
  /// Rows of the places that were active.
  public let places = Answers<CoverageQuestion, [Int64]> { _ in [] }

  public init() {}

  public var declaration: Module {
    Module("mobilisation", "بسیج آزمون", "mobilisation of the test", provisions: [.provides((any MobilisationContract).self, self)])
  }

  public func lockedRanking(_ reference: Ref<RankingEntity>, in snapshot: borrowing Snapshot) throws -> RankingFacts {
    try snapshot.inScope(reference.number.flatMap { try rankings($0) }, { $0.province }, RankingEntity.texts)
  }

  public func lastGathering(in neighbourhood: ID<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> JalaliDay? {
    try gatherings(neighbourhood.raw)
  }

  public func activePlaces(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>] {
    try places(CoverageQuestion(province: province, days: days, today: snapshot.day)).map { ID($0) }
  }
}

/// There are no groups; which of them became an institute is kept in rows, so that it stands or falls with the transaction.
public final class GroupsStandIn: StandIn, GroupsContract {
  /// By row.
  public let groups = Answers<Int64, GroupFacts?> { _ in nil }
  /// Rows of the people covered.
  public let coverage = Answers<CoverageQuestion, [CoverageSource: [Int64]]> { _ in [:] }
  /// The counties in which a person is covered, nil for none, by row.
  public let counties = Answers<Int64, [Int64?]> { _ in [nil] }
  /// Rows of the places that were active.
  public let places = Answers<CoverageQuestion, [Int64]> { _ in [] }

  public init() {}

  public var declaration: Module {
    Module(
      "groups", "گروه‌های آزمون", "groups of the test",
      migrations: [
        Migration(
          "groups.stand-in",
          "CREATE TABLE groups_became(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, became INTEGER NOT NULL UNIQUE) STRICT")
      ], records: [Became.self], provisions: [.provides((any GroupsContract).self, self)])
  }

  struct Became: Record {
    typealias Of = GroupEntity
    static let table = Table("groups_became", reach: .nation)
    var id = ID<GroupEntity>(0)
    var rev = 0
    var became: Int64
  }

  /// The groups of which this module was told that they became institutes.
  public func becameInstitutes(in store: TestStore) throws -> [Int64] {
    try store.snapshot { try $0.all(Became.self, "1 = 1 ORDER BY id").map(\.became) }
  }

  public func group(_ reference: Ref<GroupEntity>, in snapshot: borrowing Snapshot) throws -> GroupFacts {
    try snapshot.inScope(reference.number.flatMap { try groups($0) }, { $0.province }, GroupEntity.texts)
  }

  public func becameInstitute(_ group: ID<GroupEntity>, work: borrowing Transaction) throws {
    try work.insert(Became(became: group.raw))
  }

  public func covered(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [CoverageSource: [CoveredPerson]] {
    try coverage(CoverageQuestion(province: province, days: days, today: snapshot.day)).mapValues { try $0.covered(in: counties) }
  }

  public func activePlaces(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>] {
    try places(CoverageQuestion(province: province, days: days, today: snapshot.day)).map { ID($0) }
  }
}

extension GroupFacts {
  /// A group of neighbourhood 1 with members 1 to 3.
  public static func standard(_ row: Int64, _ state: GroupState) throws -> GroupFacts? {
    try Geography.home(of: row).map {
      GroupFacts(
        id: ID(row), code: Geography.code("GR", $0, row), name: "گروه", province: $0, county: nil, neighbourhood: ID(1), state: state,
        requestedOn: try JalaliDay(1405, 1, 10), members: [ID(1), ID(2), ID(3)])
    }
  }
}

/// Nobody was trained.
public final class TrainingStandIn: StandIn, TrainingContract {
  /// Whether a person holds a certificate, by row.
  public let certificates = Answers<Int64, Bool> { _ in false }
  /// Rows of the people covered.
  public let coverage = Answers<CoverageQuestion, [CoverageSource: [Int64]]> { _ in [:] }
  /// The counties in which a person is covered, nil for none, by row.
  public let counties = Answers<Int64, [Int64?]> { _ in [nil] }

  public init() {}

  public var declaration: Module {
    Module("training", "آموزش آزمون", "training of the test", provisions: [.provides((any TrainingContract).self, self)])
  }

  public func certified(
    among people: [ID<PersonEntity>], on day: JalaliDay, in snapshot: borrowing Snapshot
  ) throws -> [ID<PersonEntity>] {
    try people.filter { try certificates($0.raw) }
  }

  public func covered(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [CoverageSource: [CoveredPerson]] {
    try coverage(CoverageQuestion(province: province, days: days, today: snapshot.day)).mapValues { try $0.covered(in: counties) }
  }
}

/// There are no institutes.
public final class InstitutesStandIn: StandIn, InstitutesContract {
  /// By row.
  public let institutes = Answers<Int64, InstituteFacts?> { _ in nil }
  /// Rows of the institutes that were founded in a Jalali year.
  public let foundings = Answers<Int, [Int64]> { _ in [] }

  public init() {}

  public var declaration: Module {
    Module("institutes", "مؤسسات آزمون", "institutes of the test", provisions: [.provides((any InstitutesContract).self, self)])
  }

  /// An institute is from now on like this; its bases are not told.
  public func put(_ row: Int64, in province: Province, _ state: InstituteState, validUntil: JalaliDay) {
    institutes.set(
      InstituteFacts(
        id: ID(row), code: Geography.code("IN", province, row), name: "مؤسسه", province: province, county: nil, state: state,
        licensedOn: nil, licenceValidUntil: validUntil), to: row)
  }

  public func institute(_ reference: Ref<InstituteEntity>, in snapshot: borrowing Snapshot) throws -> InstituteFacts {
    try snapshot.inScope(reference.number.flatMap { try institutes($0) }, { $0.province }, InstituteEntity.texts)
  }

  public func founded(in province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> [ID<InstituteEntity>] {
    try foundings(year).map { ID($0) }
  }
}

/// There are no bases; what the licences of institutes would mean for them is kept in rows, so that it stands or falls with
/// the transaction.
public final class HealthBasesStandIn: StandIn, HealthBasesContract {
  /// Rows of the people covered.
  public let coverage = Answers<CoverageQuestion, [CoverageSource: [Int64]]> { _ in [:] }
  /// The counties in which a person is covered, nil for none, by row.
  public let counties = Answers<Int64, [Int64?]> { _ in [nil] }
  /// Why the end of a licence is refused, by the row of the institute; nil when it is not.
  public let refusals = Answers<Int64, Refusal?> { _ in nil }
  /// Rows of the places that were active.
  public let places = Answers<CoverageQuestion, [Int64]> { _ in [] }

  public init() {}

  public var declaration: Module {
    Module(
      "healthbases", "پایگاه‌های آزمون", "bases of the test", after: ["institutes"],
      migrations: [
        Migration(
          "healthbases.stand-in",
          "CREATE TABLE healthbases_told(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, what TEXT NOT NULL) STRICT")
      ], records: [Told.self], provisions: [.provides((any HealthBasesContract).self, self)])
  }

  struct Told: Record {
    typealias Of = HealthBaseEntity
    static let table = Table("healthbases_told", reach: .nation)
    var id = ID<HealthBaseEntity>(0)
    var rev = 0
    var what: String
  }

  /// `ended ROW REASON` and `restored ROW`, in the order in which this module was told.
  public func told(in store: TestStore) throws -> [String] {
    try store.snapshot { try $0.all(Told.self, "1 = 1 ORDER BY id").map(\.what) }
  }

  public func covered(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [CoverageSource: [CoveredPerson]] {
    try coverage(CoverageQuestion(province: province, days: days, today: snapshot.day)).mapValues { try $0.covered(in: counties) }
  }

  public func licenceEnded(of institute: ID<InstituteEntity>, now state: InstituteState, work: borrowing Transaction) throws {
    if let refusal = try refusals(institute.raw) { throw refusal }
    try work.insert(Told(what: "ended \(institute.raw) \(state.rawValue)"))
  }

  public func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing Transaction) throws {
    try work.insert(Told(what: "restored \(institute.raw)"))
  }

  public func activePlaces(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>] {
    try places(CoverageQuestion(province: province, days: days, today: snapshot.day)).map { ID($0) }
  }
}

extension [Int64] {
  /// Each of these people once in each of their counties.
  func covered(in counties: Answers<Int64, [Int64?]>) throws -> [CoveredPerson] {
    try flatMap { row in try counties(row).map { CoveredPerson(person: ID(row), county: $0.map { ID($0) }) } }
  }
}
