public import Contracts
public import Feature

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
