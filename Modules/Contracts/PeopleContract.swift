public import Feature

/// What others may know of a person.
public struct PersonFacts: Sendable {
  public let id: ID<PersonEntity>
  public let code: String
  public let province: Province
  public let name: String
  public let birth: JalaliDay
  public let isLiterate: Bool

  public init(id: ID<PersonEntity>, code: String, province: Province, name: String, birth: JalaliDay, isLiterate: Bool) {
    self.id = id
    self.code = code
    self.province = province
    self.name = name
    self.birth = birth
    self.isLiterate = isLiterate
  }
}

/// Answered by the people desk.
public protocol PeopleContract: Sendable {
  func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts
}

extension SnapshotProtocol where Self: ~Copyable {
  /// - Throws: `Refusal.notFound`, also for somebody of another province.
  public func person(_ reference: Ref<PersonEntity>) throws -> PersonFacts {
    try contract((any PeopleContract).self).person(reference, in: snapshot)
  }
}
