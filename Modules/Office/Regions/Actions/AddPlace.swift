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
      let number = Int(code)
      guard code.utf8.count == 4, code.hasPrefix(province.shortCode), number != nil else {
        // Spreadsheets take the code for a number and lose the zeros before it; they are offered, never filled in.
        let whole = number?.padded(to: 4) ?? ""
        let isLost = code.utf8.count < 4 && whole.hasPrefix(province.shortCode)
        throw Refusal.input(
          "/statisticalCode", "regions.county-code",
          Texts(
            "کد باید چهار رقم و با \(province.shortCode) آغاز شود\(isLost ? "؛ شاید صفرهای آغاز آن افتاده باشد: \(whole)" : "").",
            "The code must have four digits and begin with \(province.shortCode)\(isLost ? "; its zeros may have been lost: \(whole)" : "")."
          )
        )
      }
    }
    let first = try validFrom ?? JalaliDay(1300, 1, 1)
    try work.require(RegionDay.self, .init(what: .county, day: first), in: province)
    return try work.insert(
      County(
        province: province, statisticalCode: statisticalCode, name: PersianText.stored(name),
        nameKey: KeyText(PersianText.nameKey(name)), validFrom: first))
  }
}

/// Records a neighbourhood or another setting in which groups may form.
struct AddNeighbourhood: Action {
  var province: Province
  var county: Ref<CountyEntity>?
  var name: String
  var setting: Setting
  var isHarmProne: Bool?
  var isInformalSettlement: Bool?

  static let spec = Spec(
    "regions.add-neighbourhood", "افزودن محله", "Add a neighbourhood", .post, "/regions/neighbourhoods",
    permission: .regionsWrite,
    fields: [
      "province": ("استان", "province"), "county": ("شهرستان", "county"), "name": ("نام محله", "its name"),
      "setting": ("نوع محیط", "kind of setting (S0)"), "isHarmProne": ("آسیب‌خیز است", "harm-prone (S1)"),
      "isInformalSettlement": ("حاشیه‌نشین است", "informal settlement (S1)"),
    ])

  func perform(in work: borrowing Transaction) throws -> Neighbourhood {
    let place = try county.map { try work.county($0, of: province) }
    let key = KeyText(PersianText.nameKey(name))
    // An index takes two rows without a county for different ones.
    if place == nil, let known = try work.first(Neighbourhood.self, "province = ? AND county IS NULL AND name_key = ?", province, key) {
      throw Refusal.input(
        "/name", "conflict.exists",
        Texts("محله‌ای با این نام، بی‌شهرستان، هست: \(known.code)", "A neighbourhood of this name without a county is there: \(known.code)."))
    }
    return try work.insert(
      Neighbourhood(
        province: province, county: place, name: PersianText.stored(name), nameKey: key,
        sortKey: KeyBytes(PersianText.sortKey(name)), setting: setting, isHarmProne: isHarmProne ?? false,
        isInformalSettlement: isInformalSettlement ?? false))
  }
}
