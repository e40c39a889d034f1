import Contracts
import Feature

/// A group of volunteers of one neighbourhood, from its formation request on.
struct Group: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = GroupEntity
  typealias Machine = GroupLifecycle
  static let table = Table("groups_group", reach: .county, shows: ["neighbourhood"], isAssignable: true)
  static let naming = Naming("name", foundBy: [.nameKey("name_key")])

  var id = ID<GroupEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var neighbourhood: ID<NeighbourhoodEntity>
  var kind: GroupKind
  var name: String
  /// Folded, so that spelling variants are one name.
  var nameKey: KeyText
  var applicant: ID<PersonEntity>
  /// S0's six months run from here.
  var requestedOn: JalaliDay
  /// The volunteers' gathering that the request rests on; nil where the rule did not ask for one.
  var gatheringOn: JalaliDay?
  /// The one visit in person (S1).
  var identityConfirmedOn: JalaliDay?
  var state = GroupState.requested
  /// Where a suspended group goes on when it is resumed.
  var suspendedFrom: GroupState?
  var mergedInto: ID<GroupEntity>?
  var trainedOn: JalaliDay?
  var maturedOn: JalaliDay?
  var instituteOn: JalaliDay?

  /// Its name in the ledger and at the desks.
  var object: String { "\(GroupEntity.object)/\(id.raw)" }
}

/// The kinds of groups (S0, S1, S3).
enum GroupKind: String, Choice {
  case communityBased, mutualAid, selfHelp

  var texts: Texts {
    switch self {
    case .communityBased: Texts("گروه اجتماع‌محور", "community-based group")
    case .mutualAid: Texts("گروه همیار", "mutual-aid group")
    case .selfHelp: Texts("گروه خودیار", "self-help group")
    }
  }
}

enum FoundingEntity: Entity {
  static let object = "groups.founding"
  static let prefix: String? = "FD"
  static let texts = Texts("صورتجلسهٔ تأسیس", "founding minutes")
}

/// The founding minutes (S0): they make a forming group a formed one.
struct Founding: CountyRecord {
  typealias Of = FoundingEntity
  static let table = Table("groups_founding", reach: .county, seenWith: ["group_id"])

  var id = ID<FoundingEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var day: JalaliDay
  /// Members on that day.
  var members: Int
  /// Names persons, therefore encrypted.
  var minutes: Secret<String>
}
