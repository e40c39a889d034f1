public import Jalali
public import Persian
public import Registry
public import Values

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
public protocol PeopleDesk: Sendable {
  /// - Throws: `Refusal.notFound`, also for somebody of another province.
  func person(_ reference: Ref<PersonEntity>, in look: borrowing Look) throws -> PersonFacts
}

extension ReadAccess where Self: ~Copyable {
  public var people: any PeopleDesk { get throws { try ask((any PeopleDesk).self) } }
}
