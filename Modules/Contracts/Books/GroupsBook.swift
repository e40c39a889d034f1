public import Jalali
public import Persian
public import Registry
public import Values

public struct GroupFacts: Sendable {
  public let id: ID<GroupEntity>
  public let code: String
  public let name: String
  public let province: Province
  public let county: ID<CountyEntity>?
  public let neighbourhood: ID<NeighbourhoodEntity>
  /// `requested`, `refused`, `forming`, `formed`, `trained`, `planning`, `active`, `mature`, `institute`, …
  public let state: String
  /// Day of the formation request; S0's six months run from here.
  public let requestedOn: JalaliDay
  /// Present members.
  public let members: [ID<PersonEntity>]

  public init(
    id: ID<GroupEntity>, code: String, name: String, province: Province, county: ID<CountyEntity>?,
    neighbourhood: ID<NeighbourhoodEntity>, state: String, requestedOn: JalaliDay, members: [ID<PersonEntity>]
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.province = province
    self.county = county
    self.neighbourhood = neighbourhood
    self.state = state
    self.requestedOn = requestedOn
    self.members = members
  }
}

/// Answered by Groups.
public protocol GroupsBook: Sendable {
  func group(_ reference: Ref<GroupEntity>, in look: borrowing Look) throws -> GroupFacts
  /// A mature group became an institute.
  func becameInstitute(_ group: ID<GroupEntity>, work: borrowing UnitOfWork) throws
  /// Distinct people covered until the day: members at any time, and participants of activities.
  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>]
}

extension ReadAccess where Self: ~Copyable {
  public var groups: any GroupsBook { get throws { try ask((any GroupsBook).self) } }
}
