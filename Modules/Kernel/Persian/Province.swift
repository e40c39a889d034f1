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
