import Contracts
import Feature

extension InstitutesModule {
  /// What people call the properties of this module's inputs, records and answers.
  static let words: Words = [
    "agreedOn": ("تاریخ موافقت اصولی", "agreed on"),
    "agreementInPrinciple": ("اسناد موافقت اصولی", "agreement in principle's documents"),
    "agreements": ("موافقت‌های اصولی", "agreements in principle"),
    "approval": ("اسناد تأیید پرونده", "approval's documents"),
    "backDays": ("بیشترین روزهای پیش از امروز", "most days back"),
    "conditions": ("شرایط", "conditions"),
    "entered": ("روز واردشده", "day entered"),
    "enquiries": ("استعلام‌ها", "enquiries"),
    "founders": ("شمار مؤسسان", "founders"),
    "foundersFromGroup": ("اعضای گروه مؤسس‌اند", "founders from group"),
    "fromGroup": ("گروه مبدأ", "origin group"),
    "held": ("سمت‌های کنونی", "posts held"),
    "incompatible": ("سمت‌های ناسازگار", "incompatible posts"),
    "isAnswered": ("پاسخ‌گرفته", "answered"),
    "isRenewal": ("تمدید", "renewal"),
    "licence": ("پروانه", "licence"),
    "licenceValidUntil": ("پایان اعتبار پروانه", "licence valid until"),
    "licences": ("پروانه‌ها", "licences"),
    "licensedOn": ("تاریخ نخستین پروانه", "first licensed on"),
    "member": ("عضو هیئت", "board member"),
    "members": ("اعضای هیئت‌ها", "board members"),
    "memberships": ("شمار عضویت‌ها", "memberships"),
    "minimumFounders": ("کمترین شمار مؤسسان", "fewest founders"),
    "missing": ("کاستی‌ها", "missing points"),
    "monthsBefore": ("ماه‌های پیش از پایان", "months before the end"),
    "next": ("مرحلهٔ بعد", "next stage"),
    "papers": ("اسناد", "papers"),
    "requestNumber": ("شمارهٔ نامهٔ درخواست", "request letter number"),
    "scope": ("موضوع فعالیت", "scope"),
    "signedOn": ("تاریخ امضا", "signed on"),
    "stage": ("مرحله", "stage"),
    "years": ("شمار سال‌ها", "years"),
    "RequiredDocuments.Facts.Paper.kind": ("نوع سند", "kind of document"),
    "RequiredDocuments.Parameters.licence": ("اسناد پروانه", "licence's documents"),
  ]
}
