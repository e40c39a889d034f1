public import Jalali
public import Rules
public import Values

/// What is filed is a file of an accepted type and size, that is what its name says, with dates that can be true.
public struct DocumentForm: Rule {
  public static let id = "documents.document-form"
  public static let texts = Texts(
    "سند پرونده‌ای است از نوع و اندازهٔ پذیرفته، با نامی که با محتوا می‌خواند و تاریخ‌های درست.",
    "What is filed is a file of an accepted type and size, that is what its name says, with dates that can be true.")
  public static let source = Citation(
    "D", "پذیرش پرونده با اندازه، نام و بایت‌های آغازین (OWASP ASVS 5.2)",
    "files accepted by size, name and first bytes (OWASP ASVS 5.2)")
  public static let parameters = [
    Parameter("largestBytes", 16_777_216, "بیشترین اندازه", "largest size", unit: ("بایت", "bytes")),
    Parameter("types", ["pdf", "jpeg", "png", "text"], "نوع‌های پذیرفته", "accepted types"),
  ]

  public struct Parameters: Codable, Sendable {
    public var largestBytes: Int
    public var types: [MediaType]

    public init(largestBytes: Int, types: [MediaType]) {
      self.largestBytes = largestBytes
      self.types = types
    }
  }

  public struct Facts: Codable, Sendable {
    public var size: Int
    /// By the first bytes; nil for no known type.
    public var type: MediaType?
    public var nameAgrees: Bool
    public var issued: JalaliDay?
    public var validUntil: JalaliDay?

    public init(
      size: Int, type: MediaType?, nameAgrees: Bool, issued: JalaliDay? = nil, validUntil: JalaliDay? = nil
    ) {
      self.size = size
      self.type = type
      self.nameAgrees = nameAgrees
      self.issued = issued
      self.validUntil = validUntil
    }
  }

  public enum Objection: RuleObjection {
    case tooLarge(limit: Int)
    case otherType
    case otherName
    case issuedLater
    case endsBeforeItBegins

    public var code: String {
      switch self {
      case .tooLarge: "documents.too-large"
      case .otherType: "documents.type"
      case .otherName: "documents.name-disagrees"
      case .issuedLater: "documents.issued-later"
      case .endsBeforeItBegins: "documents.ends-before-it-begins"
      }
    }

    public var texts: Texts {
      switch self {
      case .tooLarge(let limit):
        Texts("پرونده بزرگ‌تر از \(limit) بایت است.", "The file is larger than \(limit) bytes.")
      case .otherType:
        Texts("نوع این پرونده پذیرفته نیست.", "Files of this type are not accepted.")
      case .otherName:
        Texts("پسوند نام با محتوای پرونده نمی‌خواند.", "The ending of the name does not agree with the content.")
      case .issuedLater: Texts("تاریخ صدور در آینده است.", "The day of issue lies in the future.")
      case .endsBeforeItBegins: Texts("پایان اعتبار پیش از صدور است.", "The validity ends before the day of issue.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.size > parameters.largestBytes { objections.append(.tooLarge(limit: parameters.largestBytes)) }
    if let type = facts.type, parameters.types.contains(type) {
      if !facts.nameAgrees { objections.append(.otherName) }
    } else {
      objections.append(.otherType)
    }
    if let issued = facts.issued, issued > day { objections.append(.issuedLater) }
    if let end = facts.validUntil, let issued = facts.issued, end < issued { objections.append(.endsBeforeItBegins) }
    return objections
  }
}
