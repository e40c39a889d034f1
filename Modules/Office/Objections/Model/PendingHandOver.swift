import Contracts
import Feature

enum PendingHandOverEntity: Entity {
  static let object = "objections.pending-hand-over"
  static let prefix: String? = "PH"
  static let texts = Texts("ابلاغ در انتظار", "pending hand-over")
}

/// A decision that has still to come into the hands of whom it concerns: a task of the desks, with its last day.
///
/// Decisions of before there were such rows can be handed over all the same.
struct PendingHandOver: CountyRecord, StatefulRecord {
  typealias Of = PendingHandOverEntity
  typealias Machine = PendingHandOverLifecycle
  static let table = Table("objections_pending", reach: .county, seenWith: ["object"])
  /// The clock in which a decision is handed over.
  static let clock = "objections.hand-over"

  var id = ID<PendingHandOverEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  /// What was decided about.
  var object: ThingName
  /// The row of the decision.
  var decision: ThingName
  /// What was decided.
  var decisionFa: String
  var decisionEn: String
  var takenOn: JalaliDay
  /// The last day for the hand-over.
  var due: JalaliDay
  var state = PendingHandOverState.awaited

  /// Its name in the ledger and at the deadlines desk.
  var name: String { "\(PendingHandOverEntity.object)/\(id.raw)" }
}

enum PendingHandOverState: String, Choice {
  case awaited, handedOver, objected, undone

  var texts: Texts {
    switch self {
    case .awaited: Texts("در انتظار ابلاغ", "to be handed over")
    case .handedOver: Texts("ابلاغ‌شده", "handed over")
    case .objected: Texts("پیش از ابلاغ به آن اعتراض شد", "objected to before")
    case .undone: Texts("تصمیم برداشته شد", "decision undone")
    }
  }
}

extension Transaction {
  /// Nobody waits any more for the hand-over of a decision; nothing happens where nobody did.
  func settleHandOver(of decision: String, by move: PendingHandOverMove) throws {
    guard var pending = try first(PendingHandOver.self, "decision = ? AND state = 'awaited'", decision) else { return }
    try pending.follow(move)
    try meetDeadline(PendingHandOver.clock, for: try update(pending).name)
  }
}
