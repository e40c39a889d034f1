import Contracts
import Feature

/// An institute goes from state to state on the ways of the process only.
struct InstituteLifecycle: StateMachine {
  typealias Subject = InstituteEntity
  static let id = "institutes.step"
  static let version = 3
  static let objectionCode = "institutes.no-such-step"
  static let texts = Texts(
    "مؤسسه تنها از راه‌های فرایند از حالتی به حالت دیگر می‌رود.", "An institute changes its state only along the steps of the process.")
  static let source = Citation("S0", "PO-EBO-PRV-005-00: تشکیل مؤسسات", "PO-EBO-PRV-005-00: forming institutes")
  private static let titleOfS2 = Citation("S2", "صدور موافقت‌نامهٔ اصولی", "issue of agreements in principle")
  static let article26 = Citation(
    "W", "آیین‌نامهٔ صدور، تمدید و ابطال پروانه (مادهٔ ۲۶)، ۱۳۸۷/۰۲/۳۰",
    "by-law on issue, renewal and revocation of licences (Art. 26), 1387/02/30")

  static let transitions: [Transition<InstituteState, InstituteMove>] = [
    .init(.approve, from: [.file], to: .approved, by: ApproveFile.self),
    .init(.agreeInPrinciple, from: [.approved], to: .agreedInPrinciple, by: AgreeInPrinciple.self, source: titleOfS2),
    .init(.license, from: [.agreedInPrinciple], to: .licensed, by: IssueLicence.self, source: LicenceTerm.source),
    .init(.renew, from: [.licensed], to: .licensed, by: IssueLicence.self, role: .exceptional, source: article26),
    .init(.renew, from: [.expired], to: .licensed, by: IssueLicence.self, source: article26),
    .init(.suspend, from: [.licensed], to: .suspended, by: SuspendLicence.self, role: .exceptional, source: article26),
    .init(.reinstate, from: [.suspended], to: .licensed, by: ReinstateLicence.self, source: article26),
    .init(.expire, from: [.licensed, .suspended], to: .expired, source: article26),
    .init(
      .revoke, from: [.licensed, .suspended, .expired], to: .revoked, by: RevokeLicence.self, role: .exceptional,
      source: article26),
    .init(
      .dissolve, from: InstituteState.allCases.filter { !$0.isClosed }, to: .dissolved, by: DissolveInstitute.self,
      role: .exceptional, source: .productDefault),
    .init(
      .restore, from: [.suspended, .revoked, .dissolved], toOneOf: InstituteState.allCases.filter { !$0.isClosed },
      role: .exceptional, source: SanctionLifecycle.source),
  ]
}

/// The moves by which an institute changes its state.
enum InstituteMove: String, Choice {
  case approve, agreeInPrinciple, license, renew, suspend, reinstate, expire, revoke, dissolve, restore

  var texts: Texts {
    switch self {
    case .approve: Texts("تأیید پرونده", "approval of the file")
    case .agreeInPrinciple: Texts("موافقت اصولی", "agreement in principle")
    case .license: Texts("صدور پروانه", "issue of the licence")
    case .renew: Texts("تمدید پروانه", "renewal of the licence")
    case .suspend: Texts("تعلیق پروانه", "suspension of the licence")
    case .reinstate: Texts("رفع تعلیق", "reinstatement")
    case .expire: Texts("انقضا", "expiry")
    case .revoke: Texts("ابطال پروانه", "revocation of the licence")
    case .dissolve: Texts("انحلال", "dissolution")
    case .restore: Texts("بازگرداندن با اعتراض", "restoration by an objection")
    }
  }
}
