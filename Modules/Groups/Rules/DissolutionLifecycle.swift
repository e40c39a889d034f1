import Contracts
import Feature

/// A dissolution is stayed by an objection, and carried out or overturned by its answer.
struct DissolutionLifecycle: StateMachine {
  typealias Subject = DissolutionEntity
  static let id = "groups.dissolution-step"
  static let objectionCode = "groups.not-a-dissolution-step"
  static let texts = Texts(
    "اعتراض انحلال را تا پاسخ متوقف می‌کند.", "An objection stays a dissolution until it is answered.")
  static let source = Citation(
    "D", "اعتراض تنها انحلال و بازپس‌گیری را متوقف می‌کند", "an objection stops dissolution and recovery only")
  static let transitions: [Transition<DissolutionState, DissolutionMove>] = [
    .init(.stay, from: [.inForce], to: .stayed, role: .exceptional),
    .init(.confirm, from: [.stayed], to: .inForce, role: .exceptional),
    .init(.overturn, from: [.stayed], to: .overturned, role: .exceptional),
  ]
}

/// What an objection does to a dissolution.
enum DissolutionMove: String, Choice {
  case stay, confirm, overturn

  var texts: Texts {
    switch self {
    case .stay: Texts("توقف با اعتراض", "staying by an objection")
    case .confirm: Texts("اجرا پس از رد اعتراض", "carrying out after the objection was rejected")
    case .overturn: Texts("برگرداندن با پذیرش اعتراض", "overturning by upholding the objection")
    }
  }
}
