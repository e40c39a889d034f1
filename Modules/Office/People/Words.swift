import Contracts
import Feature

extension PeopleModule {
  /// What people call the properties of this module's inputs, records and answers.
  static let words: Words = [
    "address": ("نشانی", "address"),
    "bornFrom": ("زادهٔ از", "born from"),
    "bornUntil": ("زادهٔ تا", "born until"),
    "consentRequired": ("لزوم رضایت", "consent required"),
    "evidence": ("نشانهٔ شباهت", "evidence"),
    "familyName": ("نام خانوادگی", "family name"),
    "fatherKey": ("کلید نام پدر", "father's name key"),
    "fatherName": ("نام پدر", "father's name"),
    "first": ("شخص نخست", "first person"),
    "firstName": ("نام", "first name"),
    "firstProvince": ("استان شخص نخست", "first person's province"),
    "foreignID": ("شناسهٔ اتباع خارجی", "foreign national's ID"),
    "gender": ("جنسیت", "gender"),
    "hasForeignID": ("دارای شناسهٔ اتباع", "has foreign ID"),
    "hasNationalID": ("دارای کد ملی", "has national ID"),
    "hasReason": ("علت آمده است", "has reason"),
    "idKind": ("نوع شناسه", "kind of ID"),
    "idReason": ("علت نداشتن کد ملی", "why no national ID"),
    "identityIndex": ("نمایهٔ شناسه", "identity index"),
    "mobile": ("شمارهٔ همراه", "mobile number"),
    "nationalID": ("کد ملی", "national ID"),
    "oldestAge": ("بیشترین سن", "oldest age"),
    "pairs": ("زوج‌های مشابه", "similar pairs"),
    "score": ("امتیاز شباهت", "likeness score"),
    "searchKey": ("کلید جست‌وجو", "search key"),
    "second": ("شخص دوم", "second person"),
    "secondName": ("نام شخص دوم", "second person's name"),
    "secondProvince": ("استان شخص دوم", "second person's province"),
    "similar": ("اشخاص مشابه", "similar people"),
    "subject": ("شناسهٔ صاحب داده", "data subject"),
    "warnings": ("هشدارها", "warnings"),
    "Likeness.firstName": ("نام شخص نخست", "first person's name"),
    "PersonIdentity.Facts.kind": ("نوع شناسه", "kind of ID"),
  ]
}
