import Contracts
import Feature

/// A plan is adopted, started, and gives way to the next one.
struct PlanLifecycle: StateMachine {
  typealias Subject = PlanEntity
  static let id = "groups.plan-step"
  static let objectionCode = "groups.not-a-plan-step"
  static let texts = Texts(
    "برنامهٔ اقدام تصویب و آغاز می‌شود و با برنامهٔ بعدی کنار می‌رود.", "A plan is adopted, started, and superseded by the next one.")
  static let source = Citation("S0", "خروجی‌های فرآیند: برنامهٔ اجرایی", "outputs of the process: an action plan")
  static let transitions: [Transition<PlanState, PlanMove>] = [
    .init(.start, from: [.adopted], to: .started, by: StartPlan.self),
    .init(.supersede, from: [.adopted, .started], to: .superseded, by: AdoptPlan.self, role: .exceptional),
  ]
}

/// The moves by which a plan changes its state.
enum PlanMove: String, Choice {
  case start, supersede

  var texts: Texts {
    switch self {
    case .start: Texts("آغاز", "starting")
    case .supersede: Texts("جایگزینی", "superseding")
    }
  }
}

/// A round of assessments is open until all asked for have assessed, and accepted when the group is declared mature by it.
struct MaturityRoundLifecycle: StateMachine {
  typealias Subject = MaturityRoundEntity
  static let id = "groups.round-step"
  static let objectionCode = "groups.not-a-round-step"
  static let texts = Texts(
    "دور ارزیابی با آخرین ارزیابی کامل و با اعلام بالندگی پذیرفته می‌شود.",
    "A round is complete with the last assessment, and accepted with the declaration of maturity.")
  static let source = Citation(
    "S1", "شرح خدمت: «چنانچه به بالندگی اجتماعی برسند»؛ معیار نیامده است",
    "\"if they reach social maturity\"; the source gives no criteria")
  static let transitions: [Transition<RoundState, RoundMove>] = [
    .init(.complete, from: [.open], to: .complete, by: AssessMaturity.self),
    .init(.accept, from: [.open, .complete], to: .accepted, by: DeclareMature.self),
  ]
}

/// The moves by which a round changes its state.
enum RoundMove: String, Choice {
  case complete, accept

  var texts: Texts {
    switch self {
    case .complete: Texts("کامل شدن", "completing")
    case .accept: Texts("پذیرش", "accepting")
    }
  }
}
