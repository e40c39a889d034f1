public import Jalali
public import Rules
public import Values

/// An enquiry that waits is answered once or withdrawn; the dates of letter and answer must follow one another.
public struct EnquiryStep: Rule {
  public static let id = "enquiries.enquiry-step"
  public static let texts = Texts(
    "استعلام در انتظار یک بار پاسخ می‌گیرد یا پس گرفته می‌شود؛ پاسخ پس از نامه است.",
    "An enquiry that waits is answered once or withdrawn; the answer comes after the letter.")
  public static let source = Citation(
    "S0", "PO-EBO-PRV-005-00: استعلام از نیروی انتظامی و ادارهٔ ثبت", "PO-EBO-PRV-005-00: enquiries at police and registry")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var state: EnquiryState
    public var letterDate: JalaliDay
    /// nil for a withdrawal.
    public var answerDate: JalaliDay?
    public var validUntil: JalaliDay?
  }

  public enum Objection: RuleObjection {
    case notWaiting(EnquiryState)
    case answerTooEarly
    case answerLater
    case endsBeforeItBegins

    public var code: String {
      switch self {
      case .notWaiting: "enquiries.not-waiting"
      case .answerTooEarly: "enquiries.answer-too-early"
      case .answerLater: "enquiries.answer-later"
      case .endsBeforeItBegins: "enquiries.ends-before-it-begins"
      }
    }

    public var texts: Texts {
      switch self {
      case .notWaiting(let state):
        Texts("این استعلام در انتظار پاسخ نیست (\(state.texts.fa)).", "This enquiry does not wait for an answer (\(state.texts.en)).")
      case .answerTooEarly: Texts("تاریخ پاسخ پیش از تاریخ نامه است.", "The answer's date lies before the letter's.")
      case .answerLater: Texts("تاریخ پاسخ در آینده است.", "The answer's date lies in the future.")
      case .endsBeforeItBegins: Texts("پایان اعتبار پیش از تاریخ پاسخ است.", "The validity ends before the answer's date.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    guard facts.state == .sent || facts.state == .overdue else { return [.notWaiting(facts.state)] }
    guard let answer = facts.answerDate else { return [] }
    var objections: [Objection] = []
    if answer < facts.letterDate { objections.append(.answerTooEarly) }
    if answer > day { objections.append(.answerLater) }
    if let end = facts.validUntil, end < answer { objections.append(.endsBeforeItBegins) }
    return objections
  }
}
