/// One of the 31 provinces, by its number in the current ISO 3166-2 list, which is also that of the Statistical
/// Centre of Iran.
public struct Province: WrittenValue, Comparable, CustomStringConvertible {
  private let place: UInt8

  /// In the order of their numbers.
  public static let all: [Province] = (0..<31).map { Province(place: $0) }

  /// Nil outside 0...30.
  public init?(number: Int) {
    guard (0...30).contains(number) else { return nil }
    place = UInt8(number)
  }

  /// Nil for anything but `IR-00` to `IR-30`.
  public init?(code: String) {
    var code = code
    let place = code.withUTF8 { octets -> UInt8? in
      guard octets.count == 5, octets.prefix(3).elementsEqual("IR-".utf8) else { return nil }
      let (tens, ones) = (octets[3] &- 0x30, octets[4] &- 0x30)
      guard tens <= 9, ones <= 9, tens * 10 + ones <= 30 else { return nil }
      return tens * 10 + ones
    }
    guard let place else { return nil }
    self.place = place
  }

  private init(place: UInt8) {
    self.place = place
  }

  /// 0 to 30.
  public var number: Int { Int(place) }
  /// `IR-27`.
  public var code: String { Self.codes[Int(place)] }
  /// `27`.
  public var shortCode: String { Self.shortCodes[Int(place)] }
  private static let shortCodes = (0..<31).map { $0.padded(to: 2) }
  private static let codes = shortCodes.map { "IR-" + $0 }
  /// The code: what is stored and written.
  public var text: String { code }
  public var description: String { code }

  /// The province's name in Persian.
  public var fa: String { facts.fa }
  /// The province's name in English.
  public var en: String { facts.en }
  /// Its capital in Persian.
  public var capitalFa: String { facts.capitalFa }
  /// Its capital in English.
  public var capitalEn: String { facts.capitalEn }
  /// Inhabitants by the census of 1395 (2016); the 31 values sum to 79,926,270.
  public var census1395: Int { facts.census1395 }
  /// The code in the list before the renumbering, for import from old data only: the two lists use the same
  /// numbers for different provinces.
  public var previousISOCode: String { "IR-" + facts.previous.padded(to: 2) }

  public static func < (left: Province, right: Province) -> Bool {
    left.place < right.place
  }

  private var facts: ProvinceFacts { ProvinceFacts.all[Int(place)] }

  static func place(ofDigits text: Substring) -> UInt8? {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return UInt8(text).flatMap { $0 <= 30 ? $0 : nil }
  }
}

/// What is known of a province beside its number.
///
/// Codes: iso-codes 4.15.0 and the Statistical Centre's list, which agree. Populations: census of 1395, each from at
/// least two public lists; their sum is the national total. Capitals: general knowledge.
struct ProvinceFacts: Sendable {
  let fa: String
  let en: String
  let capitalFa: String
  let capitalEn: String
  let census1395: Int
  /// The number in the ISO list before the renumbering.
  let previous: UInt8

  private init(_ fa: String, _ en: String, _ capitalFa: String, _ capitalEn: String, _ census: Int, _ previous: UInt8) {
    self.fa = fa
    self.en = en
    self.capitalFa = capitalFa
    self.capitalEn = capitalEn
    census1395 = census
    self.previous = previous
  }

  /// By number.
  static let all: [ProvinceFacts] = [
    .init("مرکزی", "Markazi", "اراک", "Arak", 1_429_475, 22),
    .init("گیلان", "Gilan", "رشت", "Rasht", 2_530_696, 19),
    .init("مازندران", "Mazandaran", "ساری", "Sari", 3_283_582, 21),
    .init("آذربایجان شرقی", "East Azerbaijan", "تبریز", "Tabriz", 3_909_652, 1),
    .init("آذربایجان غربی", "West Azerbaijan", "ارومیه", "Urmia", 3_265_219, 2),
    .init("کرمانشاه", "Kermanshah", "کرمانشاه", "Kermanshah", 1_952_434, 17),
    .init("خوزستان", "Khuzestan", "اهواز", "Ahvaz", 4_710_509, 10),
    .init("فارس", "Fars", "شیراز", "Shiraz", 4_851_274, 14),
    .init("کرمان", "Kerman", "کرمان", "Kerman", 3_164_718, 15),
    .init("خراسان رضوی", "Razavi Khorasan", "مشهد", "Mashhad", 6_434_501, 30),
    .init("اصفهان", "Isfahan", "اصفهان", "Isfahan", 5_120_850, 4),
    .init("سیستان و بلوچستان", "Sistan and Baluchestan", "زاهدان", "Zahedan", 2_775_014, 13),
    .init("کردستان", "Kurdistan", "سنندج", "Sanandaj", 1_603_011, 16),
    .init("همدان", "Hamadan", "همدان", "Hamadan", 1_738_234, 24),
    .init("چهارمحال و بختیاری", "Chaharmahal and Bakhtiari", "شهرکرد", "Shahr-e Kord", 947_763, 8),
    .init("لرستان", "Lorestan", "خرم‌آباد", "Khorramabad", 1_760_649, 20),
    .init("ایلام", "Ilam", "ایلام", "Ilam", 580_158, 5),
    .init("کهگیلویه و بویراحمد", "Kohgiluyeh and Boyer-Ahmad", "یاسوج", "Yasuj", 713_052, 18),
    .init("بوشهر", "Bushehr", "بوشهر", "Bushehr", 1_163_400, 6),
    .init("زنجان", "Zanjan", "زنجان", "Zanjan", 1_057_461, 11),
    .init("سمنان", "Semnan", "سمنان", "Semnan", 702_360, 12),
    .init("یزد", "Yazd", "یزد", "Yazd", 1_138_533, 25),
    .init("هرمزگان", "Hormozgan", "بندرعباس", "Bandar Abbas", 1_776_415, 23),
    .init("تهران", "Tehran", "تهران", "Tehran", 13_267_637, 7),
    .init("اردبیل", "Ardabil", "اردبیل", "Ardabil", 1_270_420, 3),
    .init("قم", "Qom", "قم", "Qom", 1_292_283, 26),
    .init("قزوین", "Qazvin", "قزوین", "Qazvin", 1_273_761, 28),
    .init("گلستان", "Golestan", "گرگان", "Gorgan", 1_868_819, 27),
    .init("خراسان شمالی", "North Khorasan", "بجنورد", "Bojnord", 863_092, 31),
    .init("خراسان جنوبی", "South Khorasan", "بیرجند", "Birjand", 768_898, 29),
    .init("البرز", "Alborz", "کرج", "Karaj", 2_712_400, 32),
  ]
}

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
