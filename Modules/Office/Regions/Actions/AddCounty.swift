import Contracts
import Feature

/// Adds a county; usually many at once, by CSV import.
struct AddCounty: Action {
  var province: Province
  var name: String
  var statisticalCode: String?
  var validFrom: JalaliDay?

  static let spec = Spec(
    "regions.add-county", "افزودن شهرستان", "Add a county", .post, "/regions/counties", permission: .regionsAdmin,
    fields: [
      "province": ("استان", "province"), "name": ("نام شهرستان", "the county's name"),
      "statisticalCode": ("کد چهاررقمی مرکز آمار", "four-digit code of the Statistical Centre"),
      "validFrom": ("از تاریخ؛ پیش‌فرض ۱۳۰۰/۰۱/۰۱", "valid from; 1300/01/01 when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> County {
    if let code = statisticalCode {
      guard code.utf8.count == 4, code.hasPrefix(province.shortCode), Int(code) != nil else {
        throw Refusal.input(
          "/statisticalCode", "regions.county-code",
          Texts(
            "کد باید چهار رقم و با \(province.shortCode) آغاز شود.", "The code must have four digits and begin with \(province.shortCode).")
        )
      }
    }
    return try work.insert(
      County(
        province: province, statisticalCode: statisticalCode, name: PersianText.stored(name),
        nameKey: KeyText(PersianText.nameKey(name)), validFrom: try validFrom ?? JalaliDay(1300, 1, 1)))
  }
}
