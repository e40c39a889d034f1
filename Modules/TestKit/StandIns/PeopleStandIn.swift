public import Contracts
public import Feature

/// People live where `Geography` says, were born in 1370, and can read.
public final class PeopleStandIn: StandIn, PeopleContract {
  /// By row.
  public let people = Answers<Int64, PersonFacts?> { try PersonFacts.standard($0) }

  public init() {}

  public var declaration: Module {
    Module("people", "اشخاص آزمون", "people of the test", availability: .always, provisions: [.provides((any PeopleContract).self, self)])
  }

  public func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts {
    try snapshot.inScope(reference.number.flatMap { try people($0) }, { $0.province }, PersonEntity.texts)
  }
}

extension PersonFacts {
  /// - Parameters:
  ///   - province: where `Geography` says when there is none.
  ///   - birth: 1370/01/01 when there is none.
  public static func standard(
    _ row: Int64, in province: Province? = nil, birth: JalaliDay? = nil, isLiterate: Bool = true
  ) throws -> PersonFacts? {
    guard let province = province ?? Geography.home(of: row) else { return nil }
    return PersonFacts(
      id: ID(row), code: Geography.code("PE", province, row), province: province, name: "شخص \(row)",
      birth: try birth ?? JalaliDay(1370, 1, 1), isLiterate: isLiterate)
  }
}
