import Contracts
import Feature

/// A base is proposed, admitted, perhaps suspended and resumed.
struct BaseLifecycle: StateMachine {
  typealias Subject = HealthBaseEntity
  static let id = "healthbases.base-step"
  static let version = 2
  static let objectionCode = "healthbases.no-such-base-step"
  static let texts = Texts(
    "پایگاه نخست پیشنهاد و سپس پذیرفته می‌شود؛ تعلیق و ازسرگیری پس از پذیرش است.",
    "A base is proposed, then admitted; suspension and resumption come after that.")
  static let source = Citation("S4", "مدارک تأسیس پایگاه", "documents for founding a base")
  static let transitions: [Transition<BaseState, BaseMove>] = [
    .init(.admit, from: [.proposed], to: .admitted, by: AdmitBase.self),
    .init(.suspend, from: [.admitted], to: .suspended, by: SuspendBase.self, role: .exceptional),
    .init(.resume, from: [.suspended], to: .admitted, by: ResumeBase.self, role: .exceptional),
  ]
}

/// The moves by which a base changes its state.
enum BaseMove: String, Choice {
  case admit, suspend, resume

  var texts: Texts {
    switch self {
    case .admit: Texts("پذیرش", "admission")
    case .suspend: Texts("تعلیق", "suspension")
    case .resume: Texts("از سرگیری", "resumption")
    }
  }
}
