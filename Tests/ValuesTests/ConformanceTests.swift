import Jalali
import Persian
import Testing
import Values

private struct Input: Codable, Sendable {
  struct Part: Codable, Sendable {
    var name: String
    var count: Int
  }
  var name: String
  var count: Int?
  var flag: Bool?
  var day: JalaliDay?
  var fruits: [Fruit]?
  var parts: [Part]?
  var amount: Rial?
  var thing: Ref<Thing>?
}

@Suite struct `Conforming inputs` {
  private let fields: [Field]

  init() throws { fields = try Schema.fields(of: Input.self) }

  private func strict(_ input: Value) throws -> Value { try Field.conform(input, to: fields, mode: .strict) }
  private func typed(_ pairs: KeyValuePairs<String, Value>) throws -> Value {
    try Field.conform(.record(pairs), to: fields, mode: .typed)
  }

  @Test func `all faults are found at once, each with its pointer`() {
    let input = Value.record([
      "count": "1", "fruits": ["apple", "stone"], "parts": [.record(["name": "a", "count": 1]), .record(["count": .null])],
      "day": 20_000, "a/b~c": 1, "flag": 1,
    ])
    #expect(
      faults { _ = try strict(input) } == [
        "/a~1b~0c field.unknown", "/count field.kind", "/day field.kind", "/flag field.kind", "/fruits/1 field.choice",
        "/name field.required", "/parts/1/count field.required", "/parts/1/name field.required",
      ])
  }

  @Test func `an input that is no object is refused`() {
    for input in [Value.null, "a", 1, [], true] { #expect(faults { _ = try strict(input) } == [" field.kind"]) }
  }

  @Test func `the canonical form stands in declared order without what was not given`() throws {
    let canonical = try strict(.record(["count": 3, "day": "۱۴۰۵/۱/۲", "thing": "th-27-1405-0012", "name": "نام"]))
    #expect(
      canonical
        == .record([
          "name": "نام", "count": 3, "day": .day(try JalaliDay(1405, 1, 2)), "thing": "TH-27-1405-0012",
        ]))
    #expect(try strict(.record(["name": "a", "count": .null])) == .record(["name": "a"]))
  }

  @Test func `null is not an element of a list`() {
    #expect(faults { _ = try strict(.record(["name": "a", "fruits": [.null]])) } == ["/fruits/0 field.choice"])
  }

  @Test func `typed text becomes numbers, truth values and lists`() throws {
    let canonical = try typed([
      "name": "a", "count": "۱۲", "flag": "بله", "fruits": "apple، pear", "amount": "۶٬۰۰۰٬۰۰۰", "thing": "12",
    ])
    #expect(
      canonical
        == .record([
          "name": "a", "count": 12, "flag": true, "fruits": ["apple", "pear"], "amount": 6_000_000, "thing": 12,
        ]))
  }

  @Test func `a row is named by its number in a path too, whether or not its kind has codes`() throws {
    struct Named: Codable, Sendable {
      var row: ID<Nameless>
      var thing: Ref<Thing>
    }
    let fields = try Schema.fields(of: Named.self)
    let canonical = try Field.conform(.record(["row": "۷", "thing": "7"]), to: fields, mode: .typed)
    #expect(canonical == .record(["row": 7, "thing": 7]))
    for wrong: Value in ["x", "0", "-1", "1.5", "00"] {
      #expect(faults { _ = try Field.conform(.record(["row": wrong, "thing": 1]), to: fields, mode: .typed) } == ["/row field.kind"])
    }
  }

  @Test func `strict reading guesses nothing`() {
    let input = Value.record(["name": "a", "count": "12", "flag": "true", "fruits": "apple", "amount": "6000000"])
    #expect(
      faults { _ = try strict(input) } == ["/amount field.kind", "/count field.kind", "/flag field.kind", "/fruits field.kind"])
  }

  @Test(arguments: [
    "1,5", "1.5", "1 2 3", "6,00,000", "1_", "--1", "12x", "99999999999999999999", "9007199254740992", "-9223372036854775808",
  ])
  func `a typed number that could be meant otherwise is refused`(text: String) {
    #expect(faults { _ = try typed(["name": "a", "amount": .text(text)]) } == ["/amount field.kind"])
    #expect(faults { _ = try typed(["name": "a", "count": .text(text)]) } == ["/count field.kind"])
  }

  @Test(
    arguments: [("6,000,000", 6_000_000), ("6_000_000", 6_000_000), ("-5", -5), (" 12 ", 12), ("۱۲۳٬۴۵۶", 123_456)] as [(String, Int64)])
  func `a typed number may be grouped by threes`(text: String, number: Int64) throws {
    #expect(try typed(["name": "a", "amount": .text(text)])["amount"] == .int(number))
  }

  @Test func `a number from outside stays within two to the fifty-third in every face`() {
    #expect(faults { _ = try strict(.record(["name": "a", "count": .int(.min)])) } == ["/count field.kind"])
    #expect(faults { _ = try strict(.record(["name": "a", "amount": .int(.max)])) } == ["/amount field.kind"])
  }

  @Test func `text ends at forty thousand bytes`() throws {
    _ = try strict(.record(["name": .text(String(repeating: "ی", count: 20_000))]))
    let long = Value.text(String(repeating: "ی", count: 20_000) + "a")
    #expect(faults { _ = try strict(.record(["name": long])) } == ["/name field.too-long"])
  }
}
