import Contracts
import Feature

/// A renewed agreement is in force by the approval of the year before, and both parties sign it within some days.
struct RenewalSigning: Rule {
  static let id = "healthbases.signatures"
  static let texts = Texts(
    "توافق‌نامهٔ تجدیدشده را هر دو طرف در مهلت امضا می‌کنند و کسی جای هر دو امضا نمی‌کند؛ بی‌امضا از پایان مهلت تا امضا معلق است.",
    "Both parties sign a renewed agreement in time, and nobody for both; unsigned it is suspended from then on until they have.")
  static let source = Citation.productDefault
  static let parameters = [
    // The holidays of Nowruz are in it; beyond a season a good part of the year was worked without a paper.
    Parameter(
      "signDays", 30, "مهلت امضای دو طرف پس از تجدید", "time for both parties to sign after the renewal", unit: ("روز", "days"),
      within: 14...90)
  ]

  struct Parameters: Codable, Sendable {
    var signDays: Int
  }

  struct Facts: Codable, Sendable {
    /// Who signs.
    var party: Party
    /// From which day on it could be signed.
    var askedOn: JalaliDay
    var signedOn: JalaliDay
    /// Whether the same person signed, or recorded the signature, for the other party.
    var hasSignedForOther: Bool
  }

  enum Objection: RuleObjection {
    case future(JalaliDay)
    case beforeRenewal(JalaliDay)
    case sameHand(Party)

    var code: String {
      switch self {
      case .future: "healthbases.signed-in-future"
      case .beforeRenewal: "healthbases.signed-before-renewal"
      case .sameHand: "healthbases.signs-for-both"
      }
    }

    var texts: Texts {
      switch self {
      case .future(let today):
        Texts("روز امضا حداکثر امروز (\(today.textFa)) است.", "It was signed today (\(today.text)) at the latest.")
      case .beforeRenewal(let day):
        Texts("توافق‌نامه از \(day.textFa) امضاشدنی است؛ روز امضا پیش از آن نیست.", "It could be signed from \(day.text) on, not before.")
      case .sameHand(let party):
        Texts(
          "امضای طرف دیگر را شما ثبت کرده‌اید؛ امضای \(party.texts.fa) با همکار دیگری است.",
          "You signed or recorded for the other party; a colleague does so for \(party.texts.en).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if facts.signedOn > day { found.append(.future(day)) }
    if facts.signedOn < facts.askedOn { found.append(.beforeRenewal(facts.askedOn)) }
    if facts.hasSignedForOther { found.append(.sameHand(facts.party)) }
    return found
  }
}

/// The two parties sign in any order; what ended before is signed no more.
struct SignatureLifecycle: StateMachine {
  typealias Subject = SignatureEntity
  static let id = "healthbases.signature-step"
  static let objectionCode = "healthbases.no-such-signature-step"
  static let texts = Texts(
    "هر طرف توافق‌نامهٔ تجدیدشده را یک بار امضا می‌کند، تا پایان توافق‌نامه.",
    "Each party signs a renewed agreement once, until it is over.")
  static let source = RenewalSigning.source
  static let transitions: [Transition<SignatureState, SignatureMove>] = [
    .init(.signForOffice, from: [.awaited], to: .byOffice, by: SignRenewal.self),
    .init(.signForOffice, from: [.byInstitute], to: .signed, by: SignRenewal.self),
    .init(.signForInstitute, from: [.awaited], to: .byInstitute, by: RecordInstituteSignature.self),
    .init(.signForInstitute, from: [.byOffice], to: .signed, by: RecordInstituteSignature.self),
    .init(.drop, from: [.awaited, .byOffice, .byInstitute], to: .void, role: .exceptional),
    .init(.askAgain, from: [.void], toOneOf: [.awaited, .byOffice, .byInstitute], role: .exceptional, source: .productDefault),
  ]
}

/// The moves by which the signatures of an agreement come together.
enum SignatureMove: String, Choice {
  case signForOffice, signForInstitute, drop, askAgain

  var texts: Texts {
    switch self {
    case .signForOffice: Texts("امضای سازمان", "signature of the organisation")
    case .signForInstitute: Texts("امضای مؤسسه", "signature of the institute")
    case .drop: Texts("منتفی شدن با پایان توافق‌نامه", "end of the agreement before it was signed")
    case .askAgain: Texts("درخواست دوباره با برقراری توافق‌نامه", "asking again after the agreement was reinstated")
    }
  }
}
