import Contracts
import Feature

/// A letter that asks an outside body about something or somebody, with its answer.
struct Enquiry: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = EnquiryEntity
  typealias Machine = EnquiryLifecycle
  static let table = Table("enquiries_enquiry", reach: .county, seenWith: ["object"])
  /// The kind of its deadline.
  static let deadline = "enquiries.answer"

  var id = ID<EnquiryEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  /// As in the ledger, `institutes.institute/12`.
  var object: ThingName
  var agency: Agency
  /// Which one, for `other`.
  var agencyName: String?
  /// Whom the enquiry is about, when it is about one person.
  var person: ID<PersonEntity>?
  var letterNumber: String
  var letterDate: JalaliDay
  /// The last day for the answer.
  var due: JalaliDay
  var state: EnquiryState
  var answerNumber: String?
  var answerDate: JalaliDay?
  var isFavourable: Bool?
  var answerText: Personal<String>?
  var validUntil: JalaliDay?
  /// Days between letter and answer.
  var daysHeld: Int?
  /// Of these, days behind the last one; booked to the agency.
  var daysLate: Int?

  /// As the ledger and the deadlines desk call it.
  var name: String { "\(EnquiryEntity.object)/\(id.raw)" }
}

enum EnquiryState: String, Choice {
  case sent, overdue, answered, withdrawn

  var texts: Texts {
    switch self {
    case .sent: Texts("فرستاده", "sent")
    case .overdue: Texts("دیرکرده", "overdue")
    case .answered: Texts("پاسخ‌گرفته", "answered")
    case .withdrawn: Texts("پس‌گرفته", "withdrawn")
    }
  }
}

/// The number of a letter in its one spelling: Latin digits, one space at most.
struct LetterNumber {
  let text: String

  /// - Throws: `Refusal` of kind `malformed`.
  init(_ given: String, at pointer: String) throws {
    let stored = PersianText.asciiDigits(PersianText.stored(given))
    guard (1...60).contains(stored.unicodeScalars.count), stored.contains(where: \.isNumber) else {
      throw Refusal.input(
        pointer, "enquiries.letter-number",
        Texts("شمارهٔ نامه باید ۱ تا ۶۰ نویسه و دارای رقم باشد.", "A letter's number must have 1 to 60 characters, digits among them."))
    }
    text = stored
  }
}
