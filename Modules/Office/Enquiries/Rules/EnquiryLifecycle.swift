import Contracts
import Feature

/// A pending enquiry is answered once or withdrawn.
struct EnquiryLifecycle: StateMachine {
  typealias Subject = EnquiryEntity
  static let id = "enquiries.enquiry-step"
  static let version = 2
  static let objectionCode = "enquiries.not-waiting"
  static let texts = Texts(
    "استعلام در انتظار یک بار پاسخ می‌گیرد یا پس گرفته می‌شود.", "A pending enquiry is answered once or withdrawn.")
  static let source = Citation(
    "S0", "PO-EBO-PRV-005-00: استعلام از نیروی انتظامی و ادارهٔ ثبت", "PO-EBO-PRV-005-00: enquiries at police and registry")
  static let transitions: [Transition<EnquiryState, EnquiryMove>] = [
    .init(.answer, from: [.sent, .overdue], to: .answered, by: AnswerEnquiry.self),
    .init(.withdraw, from: [.sent, .overdue], to: .withdrawn, by: WithdrawEnquiry.self, role: .exceptional),
    .init(.fallOverdue, from: [.sent], to: .overdue),
  ]
}

/// What happens to an enquiry.
enum EnquiryMove: String, Choice {
  case answer, withdraw, fallOverdue

  var texts: Texts {
    switch self {
    case .answer: Texts("ثبت پاسخ", "recording the answer")
    case .withdraw: Texts("پس‌گرفتن", "withdrawal")
    case .fallOverdue: Texts("گذشتن مهلت پاسخ", "passing its last day")
    }
  }
}

/// An answer comes after the letter, not after today, and ends after it begins.
struct AnswerDates: Rule {
  static let id = "enquiries.answer-dates"
  static let texts = Texts(
    "پاسخ پس از نامه و تا امروز است و پایان اعتبار آن پس از تاریخ آن.",
    "An answer is dated after the letter and not after today; its validity ends after its date.")
  static let source = EnquiryLifecycle.source

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var letterDate: JalaliDay
    var answerDate: JalaliDay
    var validUntil: JalaliDay?
  }

  enum Objection: RuleObjection {
    case answerTooEarly, answerLater, endsBeforeItBegins

    var code: String {
      switch self {
      case .answerTooEarly: "enquiries.answer-too-early"
      case .answerLater: "enquiries.answer-later"
      case .endsBeforeItBegins: "enquiries.ends-before-it-begins"
      }
    }
    var texts: Texts {
      switch self {
      case .answerTooEarly: Texts("تاریخ پاسخ پیش از تاریخ نامه است.", "The answer's date lies before the letter's.")
      case .answerLater: Texts("تاریخ پاسخ در آینده است.", "The answer's date lies in the future.")
      case .endsBeforeItBegins: Texts("پایان اعتبار پیش از تاریخ پاسخ است.", "The validity ends before the answer's date.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.answerDate < facts.letterDate { objections.append(.answerTooEarly) }
    if facts.answerDate > day { objections.append(.answerLater) }
    if let end = facts.validUntil, end < facts.answerDate { objections.append(.endsBeforeItBegins) }
    return objections
  }
}
