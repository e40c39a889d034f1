extension Province {
  /// Accepts `IR-27`, `27`, «گلستان», «استان گلستان», `Golestan`: folded, in any case, in any digits.
  /// - Throws: `province.unknown`.
  public init(parsing text: String) throws(FormatFault) {
    var key = PersianText.nameKey(text)
    if key.hasPrefix("استان") { key.removeFirst(5) }
    if let number = Self.byKey[key] {
      self = number
      return
    }
    let digits = key.hasPrefix("ir-") ? key.dropFirst(3) : key[...]
    guard let place = Self.place(ofDigits: digits), let province = Province(number: Int(place)) else {
      throw FormatFault(
        code: "province.unknown", fa: "استان شناخته نشد؛ کد (مانند IR-27) یا نام کامل آن را بنویسید",
        en: "Unknown province: write its code (such as IR-27) or its full name")
    }
    self = province
  }

  /// For imports that carry both: the code in force before the renumbering names other provinces, so a code and a
  /// name that disagree are refused.
  /// - Throws: `province.unknown` or `province.disagreement`.
  public init(code: String, name: String) throws(FormatFault) {
    let byCode = try Province(parsing: code)
    let byName = try Province(parsing: name)
    guard byCode == byName else {
      let old = byName.previousISOCode == byCode.code
      throw FormatFault(
        code: "province.disagreement",
        fa: "کد \(byCode.code) از آنِ استان \(byCode.fa) است، نه \(byName.fa) (\(byName.code))"
          + (old ? "؛ شاید کد از فهرست قدیم باشد" : ""),
        en: "\(byCode.code) is \(byCode.en), not \(byName.en) (\(byName.code))"
          + (old ? ": the code seems to come from the old list" : ""))
    }
    self = byCode
  }

  private static let byKey: [String: Province] = {
    var found: [String: Province] = [:]
    for province in all {
      found[PersianText.nameKey(province.fa)] = province
      found[PersianText.nameKey(province.en)] = province
    }
    return found
  }()
}
