import Contracts
import Feature

/// A year waits for its decision until it is taken, or the window closes, or the agreement is terminated.
struct YearLifecycle: StateMachine {
  typealias Subject = UndecidedYearEntity
  static let id = "healthbases.year-step"
  static let objectionCode = "healthbases.no-such-year-step"
  static let texts = Texts(
    "سال از نخستین روز تصمیم تا گرفتن آن، پایان مهلت یا خاتمهٔ توافق‌نامه در انتظار تصمیم است.",
    "A year waits for its decision from the first day on which it may be taken, until it is, its window closes or the agreement ends.")
  static let source = YearApproval.source
  static let transitions: [Transition<YearState, YearMove>] = [
    .init(.approve, from: [.open], to: .decided, by: ApproveYear.self),
    .init(.disapprove, from: [.open], to: .decided, by: DisapproveYear.self),
    .init(.pass, from: [.open], to: .past, role: .exceptional),
  ]
}

/// The moves by which a year stops waiting.
enum YearMove: String, Choice {
  case approve, disapprove, pass

  var texts: Texts {
    switch self {
    case .approve: Texts("تأیید", "approval")
    case .disapprove: Texts("عدم تأیید", "disapproval")
    case .pass: Texts("پایان بی‌تصمیم", "end without a decision")
    }
  }
}

extension YearDecision {
  var move: YearMove { self == .approved ? .approve : .disapprove }
}
