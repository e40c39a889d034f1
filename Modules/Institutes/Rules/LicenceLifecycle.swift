import Contracts
import Feature

/// A licence is in force from its first day, perhaps interrupted, and ends by its term, by a decision or by the next one.
///
/// No column holds the state: the newest licence stands as its institute does, every older one was renewed. The steps are
/// taken, and refused, by `InstituteLifecycle`; a test holds the two tables together.
struct LicenceLifecycle: StateMachine {
  typealias Subject = LicenceEntity
  static let id = "institutes.licence-step"
  static let objectionCode = "institutes.no-such-licence-step"
  static let texts = Texts(
    "پروانه تا پایان مدت، ابطال، انحلال مؤسسه یا پروانهٔ بعدی برقرار است و می‌تواند تعلیق شود.",
    "A licence is in force until its term, its revocation, the institute's end or the next licence, and may be suspended.")
  static let source = InstituteLifecycle.article26
  static let transitions: [Transition<LicenceState, LicenceMove>] = [
    .init(.suspend, from: [.inForce], to: .suspended, by: SuspendLicence.self, role: .exceptional),
    .init(.reinstate, from: [.suspended], to: .inForce, by: ReinstateLicence.self),
    .init(.expire, from: [.inForce, .suspended], to: .expired),
    .init(.renew, from: [.inForce], to: .renewed, by: IssueLicence.self, role: .exceptional),
    .init(.renew, from: [.expired], to: .renewed, by: IssueLicence.self),
    .init(.revoke, from: [.inForce, .suspended, .expired], to: .revoked, by: RevokeLicence.self, role: .exceptional),
    .init(
      .end, from: [.inForce, .suspended, .expired], to: .ended, by: DissolveInstitute.self, role: .exceptional,
      source: .productDefault),
  ]
}

/// The moves by which a licence changes its state.
enum LicenceMove: String, Choice {
  case suspend, reinstate, expire, renew, revoke, end

  var texts: Texts {
    switch self {
    case .suspend: Texts("تعلیق", "suspension")
    case .reinstate: Texts("رفع تعلیق", "reinstatement")
    case .expire: Texts("انقضا", "expiry")
    case .renew: Texts("تمدید", "renewal")
    case .revoke: Texts("ابطال", "revocation")
    case .end: Texts("پایان با انحلال مؤسسه", "end with the institute")
    }
  }
}
