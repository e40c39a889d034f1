import Contracts
import Feature

enum ObjectionEntity: Entity {
  static let object = "objections.objection"
  static let prefix: String? = "OB"
  static let texts = Texts("اعتراض", "objection")
}

/// What somebody says against a decision; an official enters it for them, and its code is what they track it by.
struct Objection: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = ObjectionEntity
  typealias Machine = ObjectionLifecycle
  static let table = Table("objections_objection", reach: .county, seenWith: ["object"])
  /// The clock of the answer.
  static let clock = "objections.decide"

  var id = ID<ObjectionEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  /// What was decided about.
  var object: ThingName
  /// The row of the decision.
  var decision: ThingName
  /// What was decided, as it was called then.
  var decisionFa: String
  var decisionEn: String
  var objectedOn: JalaliDay
  var channel: Channel
  /// Read by whoever answers.
  var grounds: Personal<String>
  /// The posts that answer, the nearest first, as they were when it was raised.
  var superiors: [SuperiorPost]
  /// The last day for the answer.
  var due: JalaliDay
  var state = ObjectionState.open
  var decidedOn: JalaliDay?
  /// The answer with its reasons, or why it was withdrawn.
  var answer: Personal<String>?

  /// Its name in the ledger and at the deadlines desk.
  var name: String { "\(ObjectionEntity.object)/\(id.raw)" }
}

enum ObjectionState: String, Choice {
  case open, upheld, rejected, withdrawn

  var texts: Texts {
    switch self {
    case .open: Texts("در انتظار تصمیم", "to be decided")
    case .upheld: Texts("پذیرفته‌شده", "upheld")
    case .rejected: Texts("پذیرفته‌نشده", "rejected")
    case .withdrawn: Texts("پس‌گرفته", "withdrawn")
    }
  }
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The objection to a decision that was not taken back; nil for none.
  func objection(to decision: ContestedDecision) throws -> Objection? {
    try first(Objection.self, "decision = ? AND state <> 'withdrawn'", decision.name)
  }
}
