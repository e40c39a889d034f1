import Contracts
import Feature

/// A measurement is approved once.
struct MeasurementLifecycle: StateMachine {
  typealias Subject = MeasurementEntity
  static let id = "monitoring.measurement-approval"
  static let version = 2
  static let objectionCode = "monitoring.approved-already"
  static let texts = Texts("هر نسخهٔ اندازه‌گیری یک بار تأیید می‌شود.", "A revision of a measurement is approved once.")
  static let source = NewestRevision.source
  static let transitions: [Transition<MeasurementState, MeasurementMove>] = [
    .init(.approve, from: [.measured], to: .approved, by: ApproveMeasurement.self)
  ]
}

/// What happens to a measurement.
enum MeasurementMove: String, Choice {
  case approve

  var texts: Texts { Texts("تأیید", "approval") }
}
