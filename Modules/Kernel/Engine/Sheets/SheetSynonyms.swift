import Feature
import Values

/// Other words by which sheets call a column, for the kinds of fields that every office has a word of its own for.
enum SheetSynonyms {
  static func words(for field: Field) -> [String] {
    switch field.kind {
    case .nationalID: ["کد ملی", "شماره ملی", "کدملی", "ش ملی", "national code", "national ID", "NID"]
    case .legalEntityID: ["شناسه ملی", "شناسه ملی شخص حقوقی", "legal entity ID"]
    case .mobile: ["موبایل", "تلفن همراه", "شماره موبایل", "شماره تماس", "شماره تلفن همراه", "همراه", "mobile", "mobile phone", "phone"]
    case .iban: ["شبا", "شماره شبا", "IBAN", "sheba"]
    case .province: ["استان", "نام استان", "کد استان", "province"]
    default: byName[field.name] ?? []
    }
  }

  /// For fields whose kind says less than their name.
  private static let byName: [String: [String]] = [
    "staff": ["userName", "نام کاربری", "user name"],
    "from": ["validFrom", "fromDay", "از تاریخ", "از روز"],
    "until": ["validUntil", "تا تاریخ", "تا روز"],
    "county": ["شهرستان", "نام شهرستان", "کد شهرستان", "county"],
    "firstName": ["نام", "اسم", "name", "given name"],
    "familyName": ["نام خانوادگی", "فامیل", "فامیلی", "surname", "last name", "family name"],
    "fatherName": ["نام پدر", "پدر", "father"],
    "birth": ["تاریخ تولد", "متولد", "تولد", "date of birth", "birthday", "birth date"],
    "gender": ["جنسیت", "جنس", "sex"],
    "address": ["آدرس", "نشانی", "محل سکونت", "address"],
  ]

  /// A title with the halves of a day as the calendar of courses calls them.
  static func plain(_ title: String) -> String {
    let words = ["بعدازظهر": "پس از ظهر", "بعد از ظهر": "پس از ظهر", "عصر": "پس از ظهر", "صبح": "پیش از ظهر"]
    return words.sorted { $0.key.count > $1.key.count }.reduce(title) { $0.replacing($1.key, with: $1.value) }
  }
}
