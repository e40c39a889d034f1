import Contracts
import Feature

extension AccountsModule {
  /// What people call the properties of this module's inputs, records and answers.
  static let words: Words = [
    "acting": ("جانشین", "acting person"),
    "actingFor": ("از طرف", "on behalf of"),
    "firstDay": ("از روز", "first day"),
    "holdsPost": ("سمت دارد", "holds a post"),
    "isEntitled": ("مجاز به نام‌بردن", "entitled to name"),
    "isOpen": ("حساب باز", "account open"),
    "isSamePerson": ("همان شخص", "the same person"),
    "isSameProvince": ("همان استان", "the same province"),
    "lastDay": ("تا روز", "last day"),
    "letter": ("شمارهٔ نامه", "letter"),
    "overlaps": ("هم‌پوشانی", "overlaps"),
    "expiresAt": ("زمان انقضا", "expires at"),
    "failures": ("تلاش‌های ناموفق", "failures"),
    "fullName": ("نام و نام خانوادگی", "full name"),
    "isCountyGiven": ("شهرستان آمده است", "county given"),
    "language": ("زبان", "language"),
    "isDisabled": ("غیرفعال", "disabled"),
    "isNational": ("مدیر کشوری", "national administrator"),
    "isNationwide": ("سمت کشوری", "nationwide post"),
    "isOwnAccount": ("حساب خود", "own account"),
    "isProvincialAccount": ("حساب استانی", "provincial account"),
    "new": ("گذرواژهٔ تازه", "new password"),
    "old": ("گذرواژهٔ کنونی", "present password"),
    "oneTimeSecret": ("رمز یک‌بارمصرف", "one-time secret"),
    "openedAt": ("زمان ورود", "opened at"),
    "password": ("گذرواژه", "password"),
    "pausedUntil": ("مکث تا", "paused until"),
    "seenAt": ("آخرین حضور", "last seen"),
    "session": ("نشست", "session"),
    "staff": ("همکار", "colleague"),
    "subject": ("مبدأ تلاش", "origin of attempts"),
    "token": ("نشانهٔ ورود", "token"),
    "tokenHash": ("چکیدهٔ نشانه", "token hash"),
    "user": ("نام کاربری", "user name"),
    "userName": ("نام کاربری", "user name"),
    "WhoAmI.Me.id": ("شناسه", "identifier"),
  ]
}
