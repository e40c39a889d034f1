import Contracts
import Feature

/// A document is a file of an accepted type and size that is what its name says, with dates that can be true.
struct DocumentForm: Rule {
  static let id = "documents.document-form"
  static let version = 2
  static let texts = Texts(
    "سند پرونده‌ای است از نوع و اندازهٔ پذیرفته، با نامی که با محتوا می‌خواند و تاریخ‌های درست.",
    "A document is a file of an accepted type and size that is what its name says, with dates that can be true.")
  static let source = Citation(
    "D", "پذیرش پرونده با اندازه، نام و بایت‌های آغازین (OWASP ASVS 5.2)",
    "files accepted by size, name and first bytes (OWASP ASVS 5.2)")
  static let parameters = [
    // A page scanned in grey needs 64 KiB; what the HTTP face takes for a document carries 16 MiB.
    Parameter("largestBytes", 16_777_216, "بیشترین اندازه", "largest size", unit: ("بایت", "bytes"), within: 65_536...16_777_216),
    Parameter("types", ["pdf", "jpeg", "png", "text"], "نوع‌های پذیرفته", "accepted types", entries: 1...4),
    // Nobody brings a paper older than the oldest person; a card that is good for longer than fifty years is a year mistyped.
    Parameter(
      "oldestYears", 120, "دورترین سال صدور پیش از امسال", "how many years ago it may have been issued", unit: ("سال", "years"),
      source: .productDefault, within: 10...130),
    Parameter(
      "validYears", 50, "دورترین سال پایان اعتبار پس از امسال", "how many years ahead its validity may end", unit: ("سال", "years"),
      source: .productDefault, within: 5...100),
  ]

  struct Parameters: Codable, Sendable {
    var largestBytes: Int
    var types: [MediaType]
    var oldestYears: Int
    var validYears: Int
  }

  struct Facts: Codable, Sendable {
    var size: Int
    /// By the first bytes; nil for no known type.
    var type: MediaType?
    var nameAgrees: Bool
    var issued: JalaliDay?
    var validUntil: JalaliDay?

    init(
      size: Int, type: MediaType?, nameAgrees: Bool, issued: JalaliDay? = nil, validUntil: JalaliDay? = nil
    ) {
      self.size = size
      self.type = type
      self.nameAgrees = nameAgrees
      self.issued = issued
      self.validUntil = validUntil
    }
  }

  enum Objection: RuleObjection {
    case tooLarge(limit: Int)
    case otherType
    case otherName
    case issuedLater
    case endsBeforeItBegins
    case issuedLongAgo(Int)
    case validTooLong(Int)

    var code: String {
      switch self {
      case .tooLarge: "documents.too-large"
      case .otherType: "documents.type"
      case .otherName: "documents.name-disagrees"
      case .issuedLater: "documents.issued-later"
      case .endsBeforeItBegins: "documents.ends-before-it-begins"
      case .issuedLongAgo: "documents.issued-long-ago"
      case .validTooLong: "documents.valid-too-long"
      }
    }

    var texts: Texts {
      switch self {
      case .tooLarge(let limit):
        Texts("پرونده بزرگ‌تر از \(limit) بایت است.", "The file is larger than \(limit) bytes.")
      case .otherType:
        Texts("نوع این پرونده پذیرفته نیست.", "Files of this type are not accepted.")
      case .otherName:
        Texts("پسوند نام با محتوای پرونده نمی‌خواند.", "The ending of the name does not agree with the content.")
      case .issuedLater: Texts("تاریخ صدور در آینده است.", "The day of issue lies in the future.")
      case .endsBeforeItBegins: Texts("پایان اعتبار پیش از صدور است.", "The validity ends before the day of issue.")
      case .issuedLongAgo(let year):
        Texts(
          "تاریخ صدور باید از سال \(PersianText.persianDigits(year)) به بعد باشد؛ سال را بازبینی کنید.",
          "The day of issue must not lie before the year \(year): check the year.")
      case .validTooLong(let year):
        Texts(
          "پایان اعتبار باید تا سال \(PersianText.persianDigits(year)) باشد؛ سال را بازبینی کنید، یا اگر پایانی ندارد ننویسید.",
          "The validity must not end after the year \(year): check the year, or leave it out where there is no end.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.size > parameters.largestBytes { objections.append(.tooLarge(limit: parameters.largestBytes)) }
    if let type = facts.type, parameters.types.contains(type) {
      if !facts.nameAgrees { objections.append(.otherName) }
    } else {
      objections.append(.otherType)
    }
    if let issued = facts.issued, issued > day { objections.append(.issuedLater) }
    if let end = facts.validUntil, let issued = facts.issued, end < issued { objections.append(.endsBeforeItBegins) }
    let (first, last) = (day.year - parameters.oldestYears, day.year + parameters.validYears)
    if let issued = facts.issued, issued.year < first { objections.append(.issuedLongAgo(first)) }
    if let end = facts.validUntil, end.year > last { objections.append(.validTooLong(last)) }
    return objections
  }
}
