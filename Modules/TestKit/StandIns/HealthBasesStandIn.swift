public import Contracts
public import Feature

/// There are no bases; what the licences of institutes would mean for them is kept in rows, so that it stands or falls with
/// the transaction.
public final class HealthBasesStandIn: StandIn, HealthBasesContract {
  /// Rows of the people covered.
  public let coverage = Answers<Coverage, [Int64]> { _ in [] }
  /// Why the end of a licence is refused, by the row of the institute; nil when it is not.
  public let refusals = Answers<Int64, Refusal?> { _ in nil }

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

  public func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] {
    try coverage(Coverage(province: province, until: day, today: snapshot.day)).map { ID($0) }
  }

  public func licenceEnded(of institute: ID<InstituteEntity>, reason: String, work: borrowing Transaction) throws {
    if let refusal = try refusals(institute.raw) { throw refusal }
    try work.insert(Told(what: "ended \(institute.raw) \(reason)"))
  }

  public func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing Transaction) throws {
    try work.insert(Told(what: "restored \(institute.raw)"))
  }
}
