public import Values

/// What a person may type into a field, and what it is read as: one table for every face.
public struct TypedCase: Sendable, CustomStringConvertible {
  public enum Expectation: Sendable, Equatable {
    /// As JSON.
    case value(Value)
    /// As if the field had been left out.
    case absent
    /// Codes of the faults with their pointers below the field.
    case faults([String])
  }

  /// A field of `TypedInput`.
  public let field: String
  public let text: String
  public let expectation: Expectation

  init(_ field: String, _ text: String, _ value: Value) { self.init(field, text, expectation: .value(value)) }

  init(_ field: String, _ text: String, fault codes: String...) { self.init(field, text, expectation: .faults(codes)) }

  public init(absent field: String, _ text: String) { self.init(field, text, expectation: .absent) }

  private init(_ field: String, _ text: String, expectation: Expectation) {
    (self.field, self.text, self.expectation) = (field, text, expectation)
  }

  /// The same without blanks at either end.
  public var trimmed: TypedCase {
    let letters = text.unicodeScalars
    guard let first = letters.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = letters.lastIndex(where: { !$0.properties.isWhitespace })
    else { return TypedCase(field, "", expectation: expectation) }
    return TypedCase(field, String(letters[first...last]), expectation: expectation)
  }

  /// Invisible characters as escapes.
  public var description: String { "\(field) \(text.debugDescription)" }
}

extension TypedCase {
  public static let all: [TypedCase] = numbers + amounts + truths + days + places + identifiers + choices + rows + lists + objects + texts

  private static let numbers: [TypedCase] = [
    .init("count", "15", 15), .init("count", "۱۵", 15), .init("count", "١٥", 15), .init("count", "1۵", 15),
    .init("count", "1,500", 1500), .init("count", "۱٬۵۰۰", 1500), .init("count", "١٬٥٠٠", 1500), .init("count", "1_500_000", 1_500_000),
    .init("count", "+5", 5), .init("count", "-5", -5), .init("count", "\u{200E}\u{2212}۵", -5), .init("count", "007", 7),
    .init("count", " 12 ", 12), .init("count", "12\u{200C}", 12), .init("count", "\u{A0}12\u{A0}", 12), .init("count", "\u{FEFF}12", 12),
    .init("count", "\u{200F}۱۲\u{200F}", 12), .init("count", "9007199254740991", 9_007_199_254_740_991),
    .init("count", "1,5", fault: " field.kind"), .init("count", "1_5", fault: " field.kind"),
    .init("count", "1,5000", fault: " field.kind"),
    .init("count", "1500,000", fault: " field.kind"), .init("count", "1,500_000", fault: " field.kind"),
    .init("count", ",500", fault: " field.kind"),
    .init("count", "1.5", fault: " field.kind"), .init("count", "۱٫۵", fault: " field.kind"), .init("count", "1 500", fault: " field.kind"),
    .init("count", "1e3", fault: " field.kind"), .init("count", "0x10", fault: " field.kind"), .init("count", "--5", fault: " field.kind"),
    .init("count", "- 5", fault: " field.kind"), .init("count", "five", fault: " field.kind"),
    .init("count", "1\u{200C}2", fault: " field.kind"),
    .init("count", "9007199254740992", fault: " field.kind"), .init("count", "99999999999999999999", fault: " field.kind"),
    .init("count", "+", fault: " field.kind"), .init("count", "۱،۵۰۰", fault: " field.kind"), .init("count", "₅", fault: " field.kind"),
    .init(absent: "count", ""), .init(absent: "count", " \u{200C}\u{A0}"),
  ]

  private static let amounts: [TypedCase] = [
    .init("amount", "۶٬۰۰۰٬۰۰۰", 6_000_000), .init("amount", "6,000,000 ریال", 6_000_000), .init("amount", "-1_000", -1_000),
    .init("amount", "0", 0),
    .init("amount", "1,5", fault: " field.kind"), .init("amount", "1_5", fault: " field.kind"),
    .init("amount", "6.5", fault: " field.kind"),
    .init("amount", "600 تومان", fault: " rial.toman"), .init("amount", "9007199254740992", fault: " field.kind"),
    .init("amount", "99999999999999999999", fault: " field.kind"),
  ]

  private static let truths: [TypedCase] = [
    .init("flag", "بله", true), .init("flag", "خیر", false), .init("flag", "Yes", true), .init("flag", "NO", false),
    .init("flag", " آري ", true), .init("flag", "۱", true), .init("flag", "0", false), .init("flag", "نادرست", false),
    .init("flag", "شاید", fault: " field.kind"), .init("flag", "2", fault: " field.kind"), .init(absent: "flag", "\u{A0}"),
  ]

  private static let days: [TypedCase] = [
    .init("day", "1405/1/1", "2026-03-21"), .init("day", "۱۴۰۵/۰۱/۰۱", "2026-03-21"), .init("day", "2026-03-21", "2026-03-21"),
    .init("day", "١٤٠٥-٠١-٠١", "2026-03-21"), .init("day", "\u{A0}1405/01/01\u{200C}", "2026-03-21"),
    .init("day", "\u{200F}۱۴۰۵/۰۱/۰۱", "2026-03-21"), .init("day", "1403/12/30", "2025-03-20"),
    .init("day", "1404/12/30", fault: " day.no-such-date"), .init("day", "1405/13/01", fault: " day.no-such-month"),
    .init("day", "01/01/1405", fault: " day.unreadable"), .init("day", "14050101", fault: " day.unreadable"),
    .init("day", "2026-02-29", fault: " day.no-such-date"), .init(absent: "day", " "),
  ]

  private static let places: [TypedCase] = [
    .init("province", "IR-27", "IR-27"), .init("province", "ir-۲۷", "IR-27"), .init("province", "27", "IR-27"),
    .init("province", "گلستان", "IR-27"), .init("province", "استان گلستان ", "IR-27"), .init("province", "GOLESTAN", "IR-27"),
    .init("province", "كردستان", "IR-12"), .init("province", "IR-99", fault: " province.unknown"),
    .init("province", "گلستانک", fault: " province.unknown"), .init(absent: "province", ""),
  ]

  private static let identifiers: [TypedCase] = [
    .init("person", "۰۰۷۶۲۲۹۶۴۵", "0076229645"), .init("person", "007-622964-5\u{A0}", "0076229645"),
    .init("person", "76229645", fault: " national-id.length"), .init("person", "0076229646", fault: " national-id.check-digit"),
    .init("company", "۱۰۳۸۰۲۸۴۷۹۰", "10380284790"), .init("company", "1", fault: " legal-entity-id.form"),
    .init("account", "\u{200C}ir58 0540 1051 8002 1273 1130 07", "IR580540105180021273113007"),
    .init("account", "IR58", fault: " iban.form"), .init("phone", "۰۹۱۲۳۴۵۶۷۸۹", "+989123456789"),
    .init("phone", "12345", fault: " mobile.form"), .init("bytes", " 00ff ", "00ff"), .init("bytes", "0", fault: " field.kind"),
  ]

  private static let choices: [TypedCase] = [
    .init("tree", "pear", "pear"), .init("tree", "PEAR", "pear"), .init("tree", "گلابی", "pear"), .init("tree", "گلابي", "pear"),
    .init("tree", "\u{A0}درخت سیب", "appleTree"), .init("tree", "apple  TREE", "appleTree"), .init("tree", "appletree", "appleTree"),
    .init("tree", "ash", "ash"), .init("tree", "درخت كهنسال", fault: " field.choice"), .init("tree", "سرو", fault: " field.choice"),
    .init("tree", "…", fault: " field.choice"), .init(absent: "tree", ""),
  ]

  private static let rows: [TypedCase] = [
    .init("thing", "th-۲۷-۱۴۰۵-۰۰۱۲", "TH-27-1405-0012"), .init("thing", " TH-27-1405-0012\u{200C}", "TH-27-1405-0012"),
    .init("thing", "۱۲", 12), .init("thing", "1,234", 1234), .init("thing", "+7", 7),
    .init("thing", "GR-27-1405-0012", fault: " field.reference"), .init("thing", "1,5", fault: " field.reference"),
    .init("thing", "0", fault: " field.reference"), .init("thing", "9007199254740992", fault: " field.reference"),
    .init("row", "۷", 7), .init("row", "-1", fault: " field.kind"), .init("row", "x", fault: " field.kind"), .init(absent: "row", " "),
  ]

  private static let lists: [TypedCase] = [
    .init("numbers", "1, ۲،3;٤", [1, 2, 3, 4]), .init("numbers", "1,\u{200C}2", [1, 2]), .init("numbers", "۱٬۵۰۰،2", [1500, 2]),
    .init("numbers", "7", [7]), .init("numbers", ",1,,2,", [1, 2]), .init("numbers", "[1, \"۲\"]", [1, 2]), .init("numbers", "[]", []),
    .init("numbers", "1,x,y", fault: "/1 field.kind", "/2 field.kind"), .init("numbers", "[1,", fault: " json.syntax"),
    .init("trees", "گلابي، Apple tree", ["pear", "appleTree"]), .init("trees", "pear،\u{200C}سرو", fault: "/1 field.choice"),
    .init("words", " الف ، ب\u{200C}پ ;c", ["الف", "ب\u{200C}پ", "c"]), .init("words", #"["a,b"]"#, ["a,b"]),
    .init("days", "1405/1/1، 2026-03-22", ["2026-03-21", "2026-03-22"]), .init("days", "1405/1/1,x", fault: "/1 day.unreadable"),
    .init(absent: "numbers", ""),
  ]

  private static let objects: [TypedCase] = [
    .init("part", #" {"name":"a","count":"۱۲"}"#, .record(["name": "a", "count": 12])), .init("part", "a", fault: " field.kind"),
    .init("part", #"{"count":"1,5","size":1}"#, fault: "/count field.kind", "/name field.required", "/size field.unknown"),
    .init("part", #"{"name":"a","name":"b"}"#, fault: "/name json.duplicate-name"), .init("part", "{", fault: " json.syntax"),
    .init("parts", #"[{"name":"a"}]"#, [.record(["name": "a"])]), .init("parts", #"[{"name":"a"},{}]"#, fault: "/1/name field.required"),
    .init("parts", "a,b", fault: " field.kind"), .init("parts", #"{"name":"a"}"#, fault: " field.kind"),
  ]

  /// Free text is whatever was typed.
  private static let texts: [TypedCase] = [
    .init("text", " علي\u{200C} ", " علي\u{200C} "), .init("text", "1,5", "1,5"), .init("text", "\"a\", 'b'", "\"a\", 'b'"),
    .init("text", "\u{200C}", "\u{200C}"), .init("text", "=1+1", "=1+1"), .init("text", "{", "{"),
  ]
}
