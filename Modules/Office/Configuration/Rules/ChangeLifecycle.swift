import Contracts
import Feature

/// A change is approved or rejected once; what was approved can be withdrawn until it is in force.
struct ChangeLifecycle: StateMachine {
  typealias Subject = ChangeEntity
  static let id = "configuration.change-step"
  static let objectionCode = "configuration.no-such-step"
  static let texts = Texts(
    "تغییر قواعد با تصویب دست دوم به کار می‌آید و پس از رد یا پس‌گرفتن برنمی‌گردد.",
    "A change of rules counts once a second hand approved it, and never after it was rejected or withdrawn.")
  static let source = Citation("D", "تغییر قواعد پیشنهاد است", "a change of rules is a proposal")
  /// Approved at once where the nation has a single administrator.
  static let beginnings: [ChangeState] = [.proposed, .approved]
  static let transitions: [Transition<ChangeState, ChangeMove>] = [
    .init(.approve, from: [.proposed], to: .approved, by: ApproveChange.self),
    .init(.reject, from: [.proposed], to: .rejected, by: RejectChange.self, role: .exceptional),
    .init(.withdraw, from: [.proposed, .approved], to: .withdrawn, by: WithdrawChange.self, role: .exceptional),
  ]
}

/// What happens to a change.
enum ChangeMove: String, Choice {
  case approve, reject, withdraw

  var texts: Texts {
    switch self {
    case .approve: Texts("تصویب", "approval")
    case .reject: Texts("رد", "rejection")
    case .withdraw: Texts("پس‌گرفتن", "withdrawal")
    }
  }
}

/// What is in force is succeeded or corrected, never withdrawn.
struct NotInForceYet: Rule {
  static let id = "configuration.not-in-force-yet"
  static let texts = Texts(
    "تغییر تصویب‌شده تا پیش از نخستین روز اجرایش پس گرفته می‌شود.",
    "An approved change can be withdrawn before the first day on which it is in force.")
  static let source = ChangeLifecycle.source

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var isApproved: Bool
    var from: JalaliDay
  }

  enum Objection: RuleObjection {
    case inForce(JalaliDay)

    var code: String { "configuration.in-force" }
    var texts: Texts {
      switch self {
      case .inForce(let day):
        Texts(
          "این تغییر از \(day.textFa) اجرا می‌شود؛ مقدار بعدی را با propose و خطای گذشته را با correct-past پیشنهاد کنید.",
          "This change has been in force since \(day.text); propose its successor, or correct the past with configuration.correct-past.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.isApproved && facts.from <= day ? [.inForce(facts.from)] : []
  }
}
