import Contracts
import Feature

/// An institute objects once to an outcome without a new agreement, within some days of being told.
struct OutcomeAppeal: Rule {
  static let id = "healthbases.outcome-appeal"
  static let texts = Texts(
    "مؤسسه یک بار و در مهلت به سرانجام بی‌تجدید اعتراض می‌کند و مدیرکل دربارهٔ آن تصمیم می‌گیرد.",
    "An institute objects once and in time to an outcome without a renewal; the director decides on it.")
  static let source = Citation.productDefault
  static let parameters = [
    // Time for a letter there and back; beyond a season the next year is half gone.
    Parameter(
      "appealDays", 30, "مهلت اعتراض پس از ابلاغ", "time to object after the hand-over", unit: ("روز", "days"), within: 10...90),
    Parameter(
      "answerDays", 30, "مهلت تصمیم دربارهٔ اعتراض", "time to decide on an objection", unit: ("روز", "days"), within: 5...90),
  ]

  struct Parameters: Codable, Sendable {
    var appealDays: Int
    var answerDays: Int
  }

  struct Facts: Codable, Sendable {
    var kind: OutcomeKind
    var isTerminated: Bool
    /// The day of the outcome as it stands.
    var settledOn: JalaliDay
    /// The day on which the institute was told.
    var handedOverOn: JalaliDay
  }

  enum Objection: RuleObjection {
    case notLapsed(OutcomeKind)
    case terminated
    case notYetHandedOver(JalaliDay)
    case beforeOutcome(JalaliDay)
    case tooLate(JalaliDay)

    var code: String {
      switch self {
      case .notLapsed: "healthbases.nothing-to-appeal"
      case .terminated: "healthbases.terminated"
      case .notYetHandedOver: "healthbases.handed-over-in-future"
      case .beforeOutcome: "healthbases.handed-over-before-outcome"
      case .tooLate: "healthbases.appeal-too-late"
      }
    }

    var texts: Texts {
      switch self {
      case .notLapsed(let kind):
        Texts(
          "سرانجام این توافق‌نامه «\(kind.texts.fa)» است؛ چیزی برای اعتراض نیست.",
          "The outcome is: \(kind.texts.en); there is nothing to object to.")
      case .terminated:
        Texts(
          "خاتمهٔ زودهنگام را سه مقام تشخیص داده‌اند و این اعتراض آن را برنمی‌گرداند.",
          "Three officials found the early termination; this objection does not undo it.")
      case .notYetHandedOver(let today):
        Texts("روز ابلاغ حداکثر امروز (\(today.textFa)) است.", "It was handed over today (\(today.text)) at the latest.")
      case .beforeOutcome(let day):
        Texts("سرانجام در \(day.textFa) روشن شد؛ ابلاغ پیش از آن نیست.", "The outcome is of \(day.text); it was not handed over before.")
      case .tooLate(let last):
        Texts(
          "مهلت اعتراض در \(last.textFa) پایان یافت؛ توافق‌نامهٔ تازه ببندید.",
          "The time to object ended on \(last.text); sign a fresh agreement.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    guard facts.kind == .lapsed else { return [.notLapsed(facts.kind)] }
    var found: [Objection] = facts.isTerminated ? [.terminated] : []
    if facts.handedOverOn > day { found.append(.notYetHandedOver(day)) }
    if facts.handedOverOn < facts.settledOn { found.append(.beforeOutcome(facts.settledOn)) }
    let last = facts.handedOverOn.adding(days: parameters.appealDays)
    if last < day { found.append(.tooLate(last)) }
    return found
  }
}

/// An objection waits for the director and is answered once.
struct AppealLifecycle: StateMachine {
  typealias Subject = AppealEntity
  static let id = "healthbases.appeal-step"
  static let objectionCode = "healthbases.no-such-appeal-step"
  static let texts = Texts("به اعتراض یک بار پاسخ داده می‌شود.", "An objection is answered once.")
  static let source = OutcomeAppeal.source
  static let transitions: [Transition<AppealState, AppealMove>] = [
    .init(.uphold, from: [.filed], to: .upheld, by: DecideAppeal.self),
    .init(.reject, from: [.filed], to: .rejected, by: DecideAppeal.self),
  ]
}

/// The moves by which an objection changes its state.
enum AppealMove: String, Choice {
  case uphold, reject

  var texts: Texts {
    switch self {
    case .uphold: Texts("پذیرش اعتراض", "upholding")
    case .reject: Texts("رد اعتراض", "rejection")
    }
  }
}
