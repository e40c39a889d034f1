import Contracts
import Feature

/// An agreement is in force until it is terminated early or its term ends; only an upheld objection to the termination brings it
/// back.
struct AgreementLifecycle: StateMachine {
  typealias Subject = AgreementEntity
  static let id = "healthbases.agreement-step"
  static let version = 3
  static let objectionCode = "healthbases.no-such-step"
  static let texts = Texts(
    "توافق‌نامه تا خاتمهٔ زودهنگام یا پایان دوره برقرار است؛ تنها با پذیرش اعتراض به خاتمه برمی‌گردد.",
    "An agreement is in force until early termination or the end of its term; only an upheld objection brings it back.")
  static let source = Citation("S4", "خاتمهٔ توافق‌نامه", "end of the agreement")
  static let transitions: [Transition<AgreementState, AgreementMove>] = [
    .init(.suspend, from: [.active], to: .suspended, role: .exceptional),
    .init(.terminate, from: [.active], to: .terminated, by: TerminateAgreement.self, role: .exceptional),
    .init(.end, from: [.active], to: .ended),
    .init(.resume, from: [.suspended], to: .active),
    .init(.terminate, from: [.suspended], to: .terminated, by: TerminateAgreement.self, role: .exceptional),
    .init(.end, from: [.suspended, .terminated], to: .ended),
    .init(.reinstate, from: [.terminated], to: .active, role: .exceptional, source: .productDefault),
  ]
}

/// The moves by which an agreement changes its state.
enum AgreementMove: String, Choice {
  case suspend, resume, terminate, end, reinstate

  var texts: Texts {
    switch self {
    case .suspend: Texts("تعلیق با پایان پروانه یا مهلت امضا", "suspension with the licence or for want of a signature")
    case .resume: Texts("از سرگیری با پروانه و امضا", "resumption with the licence and the signatures")
    case .terminate: Texts("خاتمهٔ زودهنگام", "early termination")
    case .end: Texts("پایان دوره", "the end of its term")
    case .reinstate: Texts("برقراری دوباره با پذیرش اعتراض", "reinstatement by an upheld objection")
    }
  }
}
