import Contracts
import Feature

/// An objection waits for one answer, or is taken back before it.
struct ObjectionLifecycle: StateMachine {
  typealias Subject = ObjectionEntity
  static let id = "objections.step"
  static let objectionCode = "objections.not-a-step"
  static let texts = Texts("دربارهٔ هر اعتراض یک بار تصمیم گرفته می‌شود.", "An objection is decided on once.")
  static let source = ObjectionTerm.source
  static let transitions: [Transition<ObjectionState, ObjectionMove>] = [
    .init(.uphold, from: [.open], to: .upheld, by: DecideObjection.self, takers: "superiors"),
    .init(.reject, from: [.open], to: .rejected, by: DecideObjection.self, takers: "superiors"),
    .init(.withdraw, from: [.open], to: .withdrawn, by: WithdrawObjection.self, role: .exceptional),
  ]
}

/// What can become of an objection.
enum ObjectionMove: String, Choice {
  case uphold, reject, withdraw

  var texts: Texts {
    switch self {
    case .uphold: Texts("پذیرش اعتراض", "upholding")
    case .reject: Texts("رد اعتراض", "rejecting")
    case .withdraw: Texts("پس‌گرفتن اعتراض", "withdrawing")
    }
  }
}
