import Contracts
import Feature

/// Which step follows which on a clinic's way.
struct ClinicLifecycle: StateMachine {
  typealias Subject = ClinicEntity
  static let id = "mobilisation.clinic-step"
  static let version = 2
  static let objectionCode = "mobilisation.clinic-state"
  static let texts = Texts(
    "تنها کلینیک پیشنهادشده برگزیده یا رد می‌شود و تنها برای کلینیک برگزیده یک بار محله انتخاب می‌شود.",
    "Only a proposed clinic is selected or rejected; a neighbourhood is chosen once, and only for a selected clinic.")
  static let source = Citation(
    "S2", "انتخاب محلات هدف پس از انتخاب کلینیک", "the choice of neighbourhoods follows the selection")
  static let transitions: [Transition<ClinicState, ClinicMove>] = [
    .init(.select, from: [.proposed], to: .selected, by: SelectClinic.self),
    .init(.reject, from: [.proposed], to: .rejected, by: RejectClinic.self),
    .init(.chooseNeighbourhood, from: [.selected], to: .placed, by: ChooseNeighbourhood.self),
    .init(.extendChoice, from: [.selected], to: .selected, by: ExtendChoice.self, role: .exceptional),
  ]
}

/// What can be done with a clinic.
enum ClinicMove: String, Choice {
  case select, reject, extendChoice, chooseNeighbourhood

  var texts: Texts {
    switch self {
    case .select: Texts("انتخاب", "selection")
    case .reject: Texts("رد", "rejection")
    case .extendChoice: Texts("تمدید مهلت انتخاب محله", "extension of the choice")
    case .chooseNeighbourhood: Texts("انتخاب محلهٔ هدف", "choice of the target neighbourhood")
    }
  }
}
