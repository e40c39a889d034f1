import Contracts
import Feature

extension DeadlinesModule {
  /// What people call the properties of this module's inputs, records and answers.
  static let words: Words = [
    "acknowledgedBy": ("رؤیت‌کننده", "acknowledged by"),
    "acknowledgedOn": ("تاریخ رؤیت", "acknowledged on"),
    "deadline": ("مهلت", "deadline"),
    "evaluatedOn": ("آخرین بررسی شبانه", "last nightly check"),
    "includesAcknowledged": ("رؤیت‌شده‌ها هم", "include acknowledged"),
    "isStopping": ("متوقف‌کننده", "stopping"),
    "key": ("مناسبت", "occasion"),
    "metOn": ("تاریخ انجام", "met on"),
    "nextCheck": ("بررسی بعدی", "next check"),
    "notice": ("یادآوری", "notice"),
    "resumedOn": ("تاریخ ازسرگیری", "resumed on"),
    "role": ("سمت", "role"),
    "rule": ("شمارش روزها", "counting of days"),
    "startsOn": ("روز آغاز", "starts on"),
    "steps": ("گام‌های شمارش", "counting steps"),
    "stoppedOn": ("تاریخ توقف", "stopped on"),
    "stops": ("توقف‌ها", "stops"),
    "textEn": ("متن انگلیسی", "English text"),
    "textFa": ("متن فارسی", "Persian text"),
  ]
}
