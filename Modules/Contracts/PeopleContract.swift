public import Feature

/// What others may know of a person.
public struct PersonFacts: Sendable {
  /// The row of the file.
  public let id: ID<PersonEntity>
  /// `PE-27-1405-0001`.
  public let code: String
  /// Who keeps the file.
  public let province: Province
  /// Given and family name; personal, not to be copied into tables of one's own.
  public let name: String
  /// The day of birth, which ages are counted from; personal.
  public let birth: JalaliDay
  /// Whether the person reads and writes; personal.
  public let isLiterate: Bool

  /// Made by the people desk.
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
  /// What others may know of a person; asking leaves no entry.
  ///
  /// - Throws: `Refusal.notFound`, also for somebody of another province.
  func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts
}

extension SnapshotProtocol where Self: ~Copyable {
  /// - Throws: `Refusal.notFound`, also for somebody of another province.
  public func person(_ reference: Ref<PersonEntity>) throws -> PersonFacts {
    try contract((any PeopleContract).self).person(reference, in: snapshot)
  }
}
