public import Contracts
public import Feature

/// Nobody was trained.
public final class TrainingStandIn: StandIn, TrainingContract {
  /// Whether a person holds a certificate, by row.
  public let certificates = Answers<Int64, Bool> { _ in false }
  /// Rows of the people covered.
  public let coverage = Answers<Coverage, [Int64]> { _ in [] }

  public init() {}

  public var declaration: Module {
    Module("training", "آموزش آزمون", "training of the test", provisions: [.provides((any TrainingContract).self, self)])
  }

  public func certified(
    among people: [ID<PersonEntity>], on day: JalaliDay, in snapshot: borrowing Snapshot
  ) throws -> [ID<PersonEntity>] {
    try people.filter { try certificates($0.raw) }
  }

  public func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] {
    try coverage(Coverage(province: province, until: day, today: snapshot.day)).map { ID($0) }
  }
}
