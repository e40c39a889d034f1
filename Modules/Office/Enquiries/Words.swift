import Contracts
import Feature

extension EnquiriesModule {
  /// What people call the properties of this module's inputs, records and answers.
  static let words: Words = [
    "agencyName": ("نام مرجع", "agency's name"),
    "answerDate": ("تاریخ پاسخ", "answer date"),
    "answerNumber": ("شمارهٔ پاسخ", "answer number"),
    "answerText": ("متن پاسخ", "answer text"),
    "answered": ("پاسخ‌گرفته", "answered"),
    "answeredLate": ("پاسخ دیرهنگام", "answered late"),
    "counting": ("شمارش روزها", "counting of days"),
    "daysHeld": ("روزهای انتظار", "days held"),
    "daysLate": ("روزهای دیرکرد", "days late"),
    "enquiry": ("استعلام", "enquiry"),
    "isNamed": ("نام مرجع آمده", "agency named"),
    "meanDays": ("میانگین روزها", "mean days"),
    "ngoSystemDays": ("مهلت سامانهٔ مراکز غیردولتی", "days for NGO system"),
    "otherDays": ("مهلت مرجع دیگر", "days for another body"),
    "overdue": ("دیرکرده", "overdue"),
    "policeDays": ("مهلت نیروی انتظامی", "days for police"),
    "registryOfficeDays": ("مهلت ادارهٔ ثبت", "days for registry office"),
    "securityOfficeDays": ("مهلت حراست", "days for security office"),
    "sent": ("فرستاده", "sent"),
    "text": ("متن پاسخ", "answer text"),
  ]
}
