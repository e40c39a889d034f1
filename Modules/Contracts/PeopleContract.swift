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

/// Some people, each told under one row however often they are registered.
public struct CountedPeople: Sendable {
  /// Of everybody, the row that stands for them: the first of the rows that are one person.
  public let standing: [ID<PersonEntity>: ID<PersonEntity>]
  /// Those among the rows that stand for somebody who are told apart by names and birth alone, since they have no ID.
  public let probable: Set<ID<PersonEntity>>

  /// Made by the people desk.
  public init(standing: [ID<PersonEntity>: ID<PersonEntity>], probable: Set<ID<PersonEntity>>) {
    self.standing = standing
    self.probable = probable
  }
}

/// Answered by the people desk.
public protocol PeopleContract: Sendable {
  /// What others may know of a person; asking leaves no entry.
  ///
  /// - Throws: `Refusal.notFound`, also for somebody of another province.
  func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts
  /// Some people, each told under one row.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func counted(_ people: [ID<PersonEntity>], in snapshot: borrowing Snapshot) throws -> CountedPeople
}

extension SnapshotProtocol where Self: ~Copyable {
  /// - Throws: `Refusal.notFound`, also for somebody of another province.
  public func person(_ reference: Ref<PersonEntity>) throws -> PersonFacts {
    try contract((any PeopleContract).self).person(reference, in: snapshot)
  }

  /// Some people, each told under one row: of rows with the same ID, in whatever province, and of rows without an ID in one
  /// province with the same names, father's name and year of birth, the first one.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func counted(_ people: [ID<PersonEntity>]) throws -> CountedPeople {
    try contract((any PeopleContract).self).counted(people, in: snapshot)
  }
}
