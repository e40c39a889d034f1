public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A group of volunteers of one neighbourhood, from its formation request on.
public struct Group: CountyRecord, CodedRecord {
  public typealias Of = GroupEntity
  public static let table = Table("groups_group", reach: .county)

  public var id = ID<GroupEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var county: ID<CountyEntity>?
  public var neighbourhood: ID<NeighbourhoodEntity>
  public var kind: GroupKind
  public var name: String
  /// Folded, so that spelling variants are one name.
  public var nameKey: KeyText
  public var applicant: ID<PersonEntity>
  /// S0's six months run from here.
  public var requestedOn: JalaliDay
  /// The volunteers' gathering that the request rests on; nil where the rule did not ask for one.
  public var gatheringOn: JalaliDay?
  /// The one visit in person (S1).
  public var identityConfirmedOn: JalaliDay?
  public var state = GroupState.requested
  /// Where a suspended group goes on when it is resumed.
  public var suspendedFrom: GroupState?
  public var mergedInto: ID<GroupEntity>?
  public var trainedOn: JalaliDay?
  public var maturedOn: JalaliDay?
  public var instituteOn: JalaliDay?
}
