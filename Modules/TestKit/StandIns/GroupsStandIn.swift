public import Contracts
public import Feature

/// There are no groups; which of them became an institute is kept in rows, so that it stands or falls with the transaction.
public final class GroupsStandIn: StandIn, GroupsContract {
  /// By row.
  public let groups = Answers<Int64, GroupFacts?> { _ in nil }
  /// Rows of the people covered.
  public let coverage = Answers<Coverage, [Int64]> { _ in [] }

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

  public func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] {
    try coverage(Coverage(province: province, until: day, today: snapshot.day)).map { ID($0) }
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
