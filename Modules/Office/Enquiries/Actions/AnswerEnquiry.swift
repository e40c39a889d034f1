public import Contracts
public import Jalali
import Persian
public import Registry
public import Values

/// Records the answer; days behind the last one are booked to the agency.
public struct AnswerEnquiry: Action {
  public var enquiry: Ref<EnquiryEntity>
  public var answerNumber: String
  public var answerDate: JalaliDay
  public var isFavourable: Bool
  public var text: Personal<String>?
  public var validUntil: JalaliDay?

  public static let spec = Spec(
    "enquiries.answer", "ثبت پاسخ استعلام", "Record the answer", .post, "/enquiries/{enquiry}/answer",
    permission: .enquiriesWrite,
    fields: [
      "enquiry": ("استعلام", "the enquiry"), "answerNumber": ("شمارهٔ پاسخ", "number of the answer"),
      "answerDate": ("تاریخ پاسخ", "date of the answer"), "isFavourable": ("بی‌مانع است", "no objection"),
      "text": ("متن پاسخ", "what it says"), "validUntil": ("اعتبار تا", "valid until"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Enquiry {
    var row = try work.require(Enquiry.self, enquiry)
    try work.require(
      EnquiryStep.self,
      .init(state: row.state, letterDate: row.letterDate, answerDate: answerDate, validUntil: validUntil),
      in: row.province)
    row.due = try work.deadlines.due(Enquiry.deadline, for: row.name, in: work.look) ?? row.due
    row.state = .answered
    row.answerNumber = try LetterNumber(answerNumber, at: "/answerNumber").text
    row.answerDate = answerDate
    row.isFavourable = isFavourable
    row.answerText = text.map { Personal(PersianText.stored($0.content, keepingLines: true)) }
    row.validUntil = validUntil
    row.daysHeld = answerDate.number - row.letterDate.number
    row.daysLate = max(0, answerDate.number - row.due.number)
    try work.deadlines.meet(Enquiry.deadline, for: row.name, work: work)
    return try work.update(row)
  }
}
