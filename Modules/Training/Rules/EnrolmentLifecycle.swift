import Contracts
import Feature

/// An enrolment has a seat or waits for one, and ends with the certificate or a withdrawal.
struct EnrolmentLifecycle: StateMachine {
  typealias Subject = EnrolmentEntity
  static let id = "training.enrolment-step"
  static let objectionCode = "training.not-an-enrolment-step"
  static let texts = Texts(
    "نام‌نویسی جایی دارد یا در نوبت است و با گواهی یا انصراف پایان می‌یابد.",
    "An enrolment has a seat or waits for one, and ends with the certificate or a withdrawal.")
  static let source = Citation("S3", "بند ۱۰، دعوت و ارزشیابی", "field 10, invitation and evaluation")
  static let beginnings: [EnrolmentState] = [.seated, .reserve]
  static let transitions: [Transition<EnrolmentState, EnrolmentMove>] = [
    .init(.moveUp, from: [.reserve], to: .seated),
    .init(.complete, from: [.seated], to: .completed, by: CertifyPerson.self),
    .init(.withdraw, from: [.seated, .reserve], to: .withdrawn, by: WithdrawPerson.self, role: .exceptional),
  ]
}

/// The moves by which an enrolment changes its state.
enum EnrolmentMove: String, Choice {
  case moveUp, complete, withdraw

  var texts: Texts {
    switch self {
    case .moveUp: Texts("آمدن به صندلی", "moving up to a seat")
    case .complete: Texts("گذراندن دوره", "completing the course")
    case .withdraw: Texts("انصراف", "withdrawal")
    }
  }
}
