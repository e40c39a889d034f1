public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A letter that asks an outside body about something or somebody, with its answer.
public struct Enquiry: CountyRecord, CodedRecord {
  public typealias Of = EnquiryEntity
  public static let table = Table("enquiries_enquiry", reach: .county)
  /// The kind of its deadline.
  static let deadline = "enquiries.answer"

  public var id = ID<EnquiryEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var county: ID<CountyEntity>?
  /// As in the ledger, `institutes.institute/12`.
  public var object: String
  public var agency: Agency
  /// Which one, for `other`.
  public var agencyName: String?
  /// Whom the enquiry is about, when it is about one person.
  public var person: ID<PersonEntity>?
  public var letterNumber: String
  public var letterDate: JalaliDay
  /// The last day for the answer.
  public var due: JalaliDay
  public var state: EnquiryState
  public var answerNumber: String?
  public var answerDate: JalaliDay?
  public var isFavourable: Bool?
  public var answerText: Personal<String>?
  public var validUntil: JalaliDay?
  /// Days between letter and answer.
  public var daysHeld: Int?
  /// Of these, days behind the last one; booked to the agency.
  public var daysLate: Int?

  /// As the ledger and the deadlines desk call it.
  var name: String { "\(EnquiryEntity.object)/\(id.raw)" }
}

public enum Agency: String, Choice {
  case police, registryOffice, securityOffice, ngoSystem, other

  public var texts: Texts {
    switch self {
    case .police: Texts("نیروی انتظامی", "police")
    case .registryOffice: Texts("ادارهٔ ثبت", "registry office")
    case .securityOffice: Texts("حراست", "security office")
    case .ngoSystem: Texts("سامانهٔ مراکز غیردولتی سازمان", "the organisation's NGO system")
    case .other: Texts("مرجع دیگر", "another body")
    }
  }
}

public enum EnquiryState: String, Choice {
  case sent, overdue, answered, withdrawn

  public var texts: Texts {
    switch self {
    case .sent: Texts("فرستاده", "sent")
    case .overdue: Texts("دیرکرده", "overdue")
    case .answered: Texts("پاسخ‌گرفته", "answered")
    case .withdrawn: Texts("پس‌گرفته", "withdrawn")
    }
  }
}
