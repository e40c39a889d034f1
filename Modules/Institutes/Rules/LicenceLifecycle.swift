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
    .init(
      .restore, from: [.suspended, .revoked, .ended], toOneOf: [.inForce, .suspended, .expired], role: .exceptional,
      source: SanctionLifecycle.source),
  ]
}

/// The moves by which a licence changes its state.
enum LicenceMove: String, Choice {
  case suspend, reinstate, expire, renew, revoke, end, restore

  var texts: Texts {
    switch self {
    case .suspend: Texts("تعلیق", "suspension")
    case .reinstate: Texts("رفع تعلیق", "reinstatement")
    case .expire: Texts("انقضا", "expiry")
    case .renew: Texts("تمدید", "renewal")
    case .revoke: Texts("ابطال", "revocation")
    case .end: Texts("پایان با انحلال مؤسسه", "end with the institute")
    case .restore: Texts("بازگرداندن با اعتراض", "restoration by an objection")
    }
  }
}

/// A licence is valid for whole Jalali years. How many is given by no source.
struct LicenceTerm: Rule {
  static let id = "institutes.licence-term"
  static let version = 2
  static let texts = Texts(
    "پروانه برای چند سال کامل جلالی معتبر است.", "A licence is valid for a number of whole Jalali years.")
  static let source = Citation("S4", "پروانهٔ تأسیس و فعالیت", "establishment and activity licence")
  static let parameters = [
    // A licence that ends; ten years without a renewal would leave the papers of a board unseen.
    Parameter("years", nil, "مدت اعتبار پروانه", "validity of a licence", unit: ("سال", "years"), source: .nobody, within: 1...10)
  ]

  struct Parameters: Codable, Sendable {
    var years: Int
  }

  struct Facts: Codable, Sendable {
    var validFrom: JalaliDay
  }

  enum Objection: RuleObjection {
    case noTerm(years: Int)

    var code: String { "institutes.licence-without-term" }
    var texts: Texts {
      switch self {
      case .noTerm(let years):
        Texts(
          "مدت اعتبار \(years) سال پروانه‌ای به دست نمی‌دهد؛ بهزیستی کشور باید آن را درست کند.",
          "A validity of \(years) years gives no licence; the national office must correct it.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.years > 0 ? [] : [.noTerm(years: parameters.years)]
  }

  /// The last day: the day before the same date so many years on.
  static func lastDay(from first: JalaliDay, under parameters: Parameters) -> JalaliDay {
    first.lastDay(ofYears: parameters.years)
  }
}

/// The renewal of a licence is asked for a while before it ends.
struct RenewalNotice: Rule {
  static let id = "institutes.renewal-notice"
  static let texts = Texts(
    "تمدید پروانه سه ماه پیش از پایان آن درخواست می‌شود.", "Renewal is asked for three months before a licence ends.")
  static let source = Citation("W", "بهزیستی کردستان (behzisti-kr.ir)", "Kurdistan directorate (behzisti-kr.ir)")
  static let parameters = [
    // A month for the papers; a licence may be valid for one year only, so no more than half of it.
    Parameter(
      "monthsBefore", 3, "چند ماه پیش از پایان", "how long before the end", unit: ("ماه", "months"), source: source, within: 1...6)
  ]

  struct Parameters: Codable, Sendable {
    var monthsBefore: Int
  }

  struct Facts: Codable, Sendable {
    var validUntil: JalaliDay
    /// Whether the licence is being renewed; a first licence is never too early.
    var isRenewal: Bool
  }

  enum Objection: RuleObjection {
    case tooEarly(from: JalaliDay)

    var code: String { "institutes.renewal-too-early" }
    var texts: Texts {
      switch self {
      case .tooEarly(let from):
        Texts("تمدید از \(from.textFa) پذیرفته می‌شود.", "Renewal is possible from \(from.text) on.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    let opens = firstDay(before: facts.validUntil, under: parameters)
    return facts.isRenewal && day < opens ? [.tooEarly(from: opens)] : []
  }

  /// From when on renewal is asked for, and announced.
  static func firstDay(before end: JalaliDay, under parameters: Parameters) -> JalaliDay {
    end.adding(months: -max(0, parameters.monthsBefore))
  }
}
