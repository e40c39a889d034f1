import Contracts
import Feature

/// A sanction lasts until it is lifted; an objection stays a dissolution until it is answered.
struct SanctionLifecycle: StateMachine {
  typealias Subject = SanctionEntity
  static let id = "institutes.sanction-step"
  static let objectionCode = "institutes.not-a-sanction-step"
  static let texts = Texts(
    "اعتراض انحلال را تا پاسخ متوقف می‌کند؛ تعلیق و ابطال تا برداشته شدن برقرار می‌ماند.",
    "An objection stays a dissolution until it is answered; suspension and revocation last until they are lifted.")
  static let source = Citation(
    "D", "اعتراض تنها انحلال و بازپس‌گیری را متوقف می‌کند", "an objection stops dissolution and recovery only")
  static let transitions: [Transition<SanctionState, SanctionMove>] = [
    .init(.stay, from: [.inForce], to: .stayed, role: .exceptional),
    .init(.confirm, from: [.stayed], to: .inForce, role: .exceptional),
    .init(.lift, from: [.inForce], to: .lifted, by: ReinstateLicence.self, role: .exceptional),
    .init(.lift, from: [.stayed], to: .lifted, role: .exceptional),
  ]
}

/// What becomes of a sanction.
enum SanctionMove: String, Choice {
  case stay, confirm, lift

  var texts: Texts {
    switch self {
    case .stay: Texts("توقف با اعتراض", "staying by an objection")
    case .confirm: Texts("اجرا پس از رد اعتراض", "carrying out after the objection was rejected")
    case .lift: Texts("برداشتن", "lifting")
    }
  }
}
