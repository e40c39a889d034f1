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

/// Members of self-help groups bring no document, members of NGOs the proof of their membership.
struct WhoMayAttend: Rule {
  static let id = "training.who-may-attend"
  static let texts = Texts(
    "از عضو گروه خودیار، که گروه رسمی است، مدرکی خواسته نمی‌شود؛ عضو سازمان مردم‌نهاد باید مدرک عضویت داشته باشد.",
    "A member of a self-help group, which is official, brings no document; a member of an NGO must have proof of membership."
  )
  static let source = Citation("S3", "مدارک لازم برای انجام خدمت", "documents needed for the service")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var kind: ParticipantKind
    /// Whether the document is filed for that person and neither rejected nor superseded.
    var isFiled: Bool
    var isSighted: Bool
    var validUntil: JalaliDay?
  }

  enum Objection: RuleObjection {
    case missing
    case notSighted
    case expired(JalaliDay)

    var code: String {
      switch self {
      case .missing: "training.membership-missing"
      case .notSighted: "training.membership-not-sighted"
      case .expired: "training.membership-expired"
      }
    }
    var texts: Texts {
      switch self {
      case .missing:
        Texts(
          "مدرک عضویت در سازمان مردم‌نهاد در پروندهٔ این شخص نیست.",
          "The proof of membership in an NGO is not on this person's file.")
      case .notSighted: Texts("اصل مدرک عضویت دیده نشده است.", "Nobody has sighted the proof of membership.")
      case .expired(let day):
        Texts("اعتبار مدرک عضویت در \(day) پایان یافته است.", "The proof of membership expired on \(day).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    guard facts.kind == .ngoMember else { return [] }
    guard facts.isFiled else { return [.missing] }
    var objections: [Objection] = facts.isSighted ? [] : [.notSighted]
    if let end = facts.validUntil, end < day { objections.append(.expired(end)) }
    return objections
  }
}
