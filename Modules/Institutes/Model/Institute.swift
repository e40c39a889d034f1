public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A non-profit institute from its registration request on: the file, the licence, the end.
public struct Institute: CountyRecord, CodedRecord {
  public typealias Of = InstituteEntity
  public static let table = Table("institutes_institute", reach: .county)

  public var id = ID<InstituteEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var county: ID<CountyEntity>?
  public var name: String
  /// Folded, so that spelling variants are the same name.
  public var nameKey: KeyText
  /// The mature group it grew out of; nil for outside applicants.
  public var fromGroup: ID<GroupEntity>?
  /// Who asks from outside; nil when a group does.
  public var applicant: ID<PersonEntity>?
  /// Letter number of the registration request (S0).
  public var requestNumber: String
  public var requestedOn: JalaliDay
  public var state: InstituteState
  /// How many memberships of its boards were recorded; so whoever named somebody has touched the file.
  public var memberships = 0
  public var agreedOn: JalaliDay?
  /// Day of the first licence: the founding that indicators count.
  public var licensedOn: JalaliDay?
  public var licenceValidUntil: JalaliDay?
  /// When the coming end is announced next; nil when it has been.
  public var remindOn: JalaliDay?

  /// As the ledger and the desks name it.
  public var object: String { "\(InstituteEntity.object)/\(id.raw)" }
}
