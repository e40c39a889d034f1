import Contracts
import Feature

enum RequestRefusalEntity: Entity {
  static let object = "groups.refusal"
  static let prefix: String? = "RF"
  static let texts = Texts("رد درخواست", "refusal of a request")
}

/// One refusal of a formation request; what an objection is raised against.
struct RequestRefusal: CountyRecord {
  typealias Of = RequestRefusalEntity
  static let table = Table("groups_refusal", reach: .county)

  var id = ID<RequestRefusalEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var refusedOn: JalaliDay
  var reason: Personal<String>
}

enum ObjectionEntity: Entity {
  static let object = "groups.objection"
  static let prefix: String? = "OB"
  static let texts = Texts("اعتراض", "objection")
}

/// An applicant's objection to a refusal; an official enters it for them, and its code is what they track it by.
struct GroupObjection: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = ObjectionEntity
  typealias Machine = ObjectionLifecycle
  static let table = Table("groups_objection", reach: .county)
  static let clock = "groups.decide-objection"

  var id = ID<ObjectionEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  /// nil for a request that was refused before refusals had rows of their own.
  var refusal: ID<RequestRefusalEntity>?
  /// On which the refusal came into the applicant's hands; the time for objecting runs from here.
  var handedOverOn: JalaliDay
  var objectedOn: JalaliDay
  var channel: Channel
  var grounds: Secret<String>
  var state = ObjectionState.open
  var decidedOn: JalaliDay?
  var decision: Secret<String>?

  /// Its name in the ledger and at the deadlines desk.
  var object: String { "\(ObjectionEntity.object)/\(id.raw)" }
}

enum ObjectionState: String, Choice {
  case open, upheld, rejected

  var texts: Texts {
    switch self {
    case .open: Texts("در انتظار تصمیم", "to be decided")
    case .upheld: Texts("پذیرفته‌شده", "upheld")
    case .rejected: Texts("پذیرفته‌نشده", "rejected")
    }
  }
}

/// How somebody without an account comes to us.
enum Channel: String, Choice {
  case counter, letter, internet

  var texts: Texts {
    switch self {
    case .counter: Texts("مراجعهٔ حضوری", "counter")
    case .letter: Texts("نامه", "letter")
    case .internet: Texts("اینترنت", "internet")
    }
  }
}
