import Contracts
import Feature

/// A non-profit institute from its registration request on: the file, the licence, the end.
struct Institute: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = InstituteEntity
  typealias Machine = InstituteLifecycle
  static let table = Table("institutes_institute", reach: .county)
  static let naming = Naming("name", foundBy: [.nameKey("name_key")])

  var id = ID<InstituteEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var name: String
  /// Folded, so that spelling variants are the same name.
  var nameKey: KeyText
  /// The mature group it grew out of; nil for outside applicants.
  var fromGroup: ID<GroupEntity>?
  /// Who asks from outside; nil when a group does.
  var applicant: ID<PersonEntity>?
  /// Letter number of the registration request (S0).
  var requestNumber: String
  var requestedOn: JalaliDay
  var state: InstituteState
  /// How many memberships of its boards were recorded; so whoever named somebody has touched the file.
  var memberships = 0
  var agreedOn: JalaliDay?
  /// Day of the first licence: the founding that indicators count.
  var licensedOn: JalaliDay?
  var licenceValidUntil: JalaliDay?
  /// When the coming end is announced next; nil when it has been.
  var remindOn: JalaliDay?

  /// As the ledger and the desks name it.
  var object: String { "\(InstituteEntity.object)/\(id.raw)" }
}
