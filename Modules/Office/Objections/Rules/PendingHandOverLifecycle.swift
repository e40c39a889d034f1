import Contracts
import Feature

/// A decision waits to be handed over until it was, or until nobody needs it any more.
struct PendingHandOverLifecycle: StateMachine {
  typealias Subject = PendingHandOverEntity
  static let id = "objections.hand-over-step"
  static let objectionCode = "objections.not-a-hand-over-step"
  static let texts = Texts(
    "هر تصمیم یک بار ابلاغ می‌شود، مگر پیش از آن به آن اعتراض شود یا برداشته شود.",
    "A decision is handed over once, unless it was objected to or undone before.")
  static let source = ObjectionTerm.source
  static let transitions: [Transition<PendingHandOverState, PendingHandOverMove>] = [
    .init(.handOver, from: [.awaited], to: .handedOver, by: HandOverDecision.self),
    // Whoever objects knows of it.
    .init(.object, from: [.awaited], to: .objected, by: RaiseObjection.self, role: .exceptional),
    // By the module that took the decision.
    .init(.undo, from: [.awaited], to: .undone, role: .exceptional),
  ]
}

/// What ends the waiting for a hand-over.
enum PendingHandOverMove: String, Choice {
  case handOver, object, undo

  var texts: Texts {
    switch self {
    case .handOver: Texts("ابلاغ", "handing over")
    case .object: Texts("اعتراض پیش از ابلاغ", "objecting before")
    case .undo: Texts("برداشتن تصمیم", "undoing the decision")
    }
  }
}
