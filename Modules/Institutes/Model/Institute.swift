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

enum AgreementInPrincipleEntity: Entity {
  static let object = "institutes.principle"
  static let prefix: String? = "AP"
  static let texts = Texts("موافقت اصولی", "agreement in principle")
}

/// The director's agreement in principle (S2), with a serial number of its own; it precedes the licence.
struct AgreementInPrinciple: ProvincialRecord, CodedRecord {
  typealias Of = AgreementInPrincipleEntity
  static let table = Table("institutes_principle", reach: .province, seenWith: ["institute"])

  var id = ID<AgreementInPrincipleEntity>(0)
  var rev = 0
  /// The serial number.
  var code = ""
  var province: Province
  var institute: ID<InstituteEntity>
  var signedOn: JalaliDay
  var conditions: String
}

enum BoardMemberEntity: Entity {
  static let object = "institutes.member"
  static let prefix: String? = "BM"
  static let texts = Texts("عضو هیئت", "board member")
}

/// A person in a post of an institute, from a day until a day; a new term is a new row.
struct BoardMember: ProvincialRecord {
  typealias Of = BoardMemberEntity
  static let table = Table("institutes_member", reach: .province, seenWith: ["institute"])

  var id = ID<BoardMemberEntity>(0)
  var rev = 0
  var province: Province
  var institute: ID<InstituteEntity>
  var person: ID<PersonEntity>
  var post: BoardPost
  var since: JalaliDay
  var until: JalaliDay?
}

/// Posts whose holders' documents are asked for (W: behzisti.ir, news 23597), and the founders (S0).
enum BoardPost: String, Choice {
  case founder, director, managingDirector, inspectorMain, inspectorAlternate

  var texts: Texts {
    switch self {
    case .founder: Texts("عضو هیئت مؤسس", "founder")
    case .director: Texts("عضو هیئت مدیره", "director")
    case .managingDirector: Texts("مدیرعامل", "managing director")
    case .inspectorMain: Texts("بازرس اصلی", "main inspector")
    case .inspectorAlternate: Texts("بازرس علی‌البدل", "alternate inspector")
    }
  }
}
