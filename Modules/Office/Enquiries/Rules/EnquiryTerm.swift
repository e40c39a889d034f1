import Contracts
import Feature

/// How long each body has to answer a letter.
struct EnquiryTerm: Rule {
  static let id = "enquiries.enquiry-term"
  static let version = 2
  static let texts = Texts(
    "هر مرجع برای پاسخ به استعلام مهلتی دارد که از روز پس از تاریخ نامه شمرده می‌شود.",
    "Each body has a set time to answer an enquiry, counted from the day after the letter.")
  static let source = Citation(
    "S0", "PO-EBO-PRV-005-00: استعلام از نیروی انتظامی و ادارهٔ ثبت", "PO-EBO-PRV-005-00: enquiries at police and registry")
  private static let days = ("روز", "days")
  /// Answers are good for six months: a later last day would let the first answer lapse before the last one comes.
  private static let term: ClosedRange<Int64> = 1...180
  static let parameters = [
    Parameter("policeDays", 30, "مهلت نیروی انتظامی", "time for the police", unit: days, within: term),
    Parameter("registryOfficeDays", 30, "مهلت ادارهٔ ثبت", "time for the registry office", unit: days, within: term),
    Parameter(
      "securityOfficeDays", 20, "مهلت حراست", "time for the security office", unit: days,
      source: Citation(
        "W", "شرایط مجوز ۱۲۳۵۰، mcls.gov.ir مطلب ۱۵۶۴ (۱۳۹۹/۰۵/۰۸): حراست حداکثر ۲۰ روز",
        "licence 12350, mcls.gov.ir article 1564 (1399/05/08): security office at most 20 days"), within: term),
    Parameter("ngoSystemDays", 30, "مهلت سامانهٔ مراکز غیردولتی", "time for the NGO system", unit: days, within: term),
    Parameter("otherDays", 30, "مهلت مرجع دیگر", "time for another body", unit: days, within: term),
    Parameter("counting", "calendar", "شیوهٔ شمارش روزها", "how days are counted"),
    // A letter that was mislaid is entered within a year; an older date is a year mistyped.
    Parameter(
      "letterBackDays", 366, "دورترین تاریخ نامه پیش از امروز", "how old the letter may be", unit: days, source: .productDefault,
      within: 30...3_650),
  ]

  struct Parameters: Codable, Sendable {
    var policeDays: Int
    var registryOfficeDays: Int
    var securityOfficeDays: Int
    var ngoSystemDays: Int
    var otherDays: Int
    var counting: DeadlineRule
    var letterBackDays: Int

    func days(for agency: Agency) -> Int {
      switch agency {
      case .police: policeDays
      case .registryOffice: registryOfficeDays
      case .securityOffice: securityOfficeDays
      case .ngoSystem: ngoSystemDays
      case .other: otherDays
      }
    }
  }

  struct Facts: Codable, Sendable {
    var agency: Agency
    var isNamed: Bool
    var letterDate: JalaliDay
  }

  enum Objection: RuleObjection {
    case unnamed
    case letterLater
    case letterTooOld(JalaliDay)

    var code: String {
      switch self {
      case .unnamed: "enquiries.unnamed"
      case .letterLater: "enquiries.letter-later"
      case .letterTooOld: "enquiries.letter-too-old"
      }
    }
    var texts: Texts {
      switch self {
      case .unnamed:
        Texts("نام مرجع را تنها و همیشه برای «مرجع دیگر» بنویسید.", "Name the body if, and only if, it is another one.")
      case .letterLater: Texts("تاریخ نامه در آینده است.", "The letter's date lies in the future.")
      case .letterTooOld(let earliest):
        Texts(
          "تاریخ نامه باید از \(earliest.textFa) به بعد باشد؛ سال را بازبینی کنید.",
          "The letter must be of \(earliest.text) or later: check the year.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.isNamed != (facts.agency == .other) { objections.append(.unnamed) }
    if facts.letterDate > day { objections.append(.letterLater) }
    let earliest = day.adding(days: -parameters.letterBackDays)
    if facts.letterDate < earliest { objections.append(.letterTooOld(earliest)) }
    return objections
  }
}
