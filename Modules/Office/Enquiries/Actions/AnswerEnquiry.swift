import Contracts
import Feature

/// Records the answer; days behind the last one are booked to the agency.
struct AnswerEnquiry: Action {
  var enquiry: Ref<EnquiryEntity>
  var answerNumber: String
  var answerDate: JalaliDay
  var isFavourable: Bool
  var text: Personal<String>?
  var validUntil: JalaliDay?

  static let spec = Spec(
    "enquiries.answer", "ثبت پاسخ استعلام", "Record the answer", .post, "/enquiries/{enquiry}/answer",
    permission: .enquiriesWrite,
    fields: [
      "enquiry": ("استعلام", "the enquiry"), "answerNumber": ("شمارهٔ پاسخ", "number of the answer"),
      "answerDate": ("تاریخ پاسخ", "date of the answer"), "isFavourable": ("بی‌مانع است", "no objection"),
      "text": ("متن پاسخ", "what it says"), "validUntil": ("اعتبار تا", "valid until"),
    ])

  func perform(in work: borrowing Transaction) throws -> Enquiry {
    var row = try work.require(Enquiry.self, enquiry)
    try work.move(&row, by: .answer)
    try work.require(
      AnswerDates.self, .init(letterDate: row.letterDate, answerDate: answerDate, validUntil: validUntil), in: row.province)
    row.due = try work.lastDay(Enquiry.deadline, for: row.name) ?? row.due
    row.answerNumber = try LetterNumber(answerNumber, at: "/answerNumber").text
    row.answerDate = answerDate
    row.isFavourable = isFavourable
    row.answerText = text.map { Personal(PersianText.stored($0.content, keepingLines: true)) }
    row.validUntil = validUntil
    row.daysHeld = answerDate.number - row.letterDate.number
    row.daysLate = max(0, answerDate.number - row.due.number)
    try work.meetDeadline(Enquiry.deadline, for: row.name)
    return try work.update(row)
  }
}
