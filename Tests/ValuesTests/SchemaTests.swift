import Jalali
import Persian
import Testing
import Values

private struct Declared: Codable, Sendable {
  struct Part: Codable, Sendable {
    var name: String
    var until: JalaliDay?
  }
  var name: String
  var age: Int?
  var fruit: Fruit
  var fruits: [Fruit]
  var part: Part
  var more: [Part]?
  var thing: Ref<Thing>
  var row: ID<Nameless>?
  var nationalID: Secret<NationalID>
  var family: Personal<String>?
  var share: Rial
}

@Suite struct `Schemas` {
  private let fields: [Field]

  init() throws { fields = try Schema.fields(of: Declared.self) }

  private func field(_ name: String) throws -> Field { try #require(fields.first { $0.name == name }) }

  @Test func `the fields stand in the order of the properties`() {
    #expect(
      fields.map(\.name)
        == ["name", "age", "fruit", "fruits", "part", "more", "thing", "row", "nationalID", "family", "share"])
  }

  @Test func `optional properties are optional fields, nothing else is`() {
    #expect(fields.filter(\.isOptional).map(\.name) == ["age", "more", "row", "family"])
  }

  @Test func `kinds follow the types`() {
    #expect(
      fields.map(\.kind.name)
        == ["text", "int", "choice", "list", "object", "list", "reference", "reference", "nationalID", "text", "rial"])
  }

  @Test func `guards follow the wrappers`() throws {
    #expect(try field("nationalID").guarding == .secret)
    #expect(try field("family").guarding == .personal)
    #expect(try field("name").guarding == .open)
  }

  @Test func `choices carry their names in both languages`() throws {
    guard case .choice(let choices) = try field("fruit").kind else { return #expect(Bool(false)) }
    #expect(choices == [ChoiceText("apple", Texts("سیب", "apple")), ChoiceText("pear", Texts("گلابی", "pear"))])
  }

  @Test func `structs and lists of structs show their parts`() throws {
    guard case .object(let parts) = try field("part").kind else { return #expect(Bool(false)) }
    #expect(parts.map(\.name) == ["name", "until"])
    guard case .list(let element) = try field("more").kind, case .object(let inner) = element.kind else {
      return #expect(Bool(false))
    }
    #expect(inner.map(\.name) == ["name", "until"])
  }

  @Test func `references know the entity and its letters`() throws {
    guard case .reference("test.thing", "TH") = try field("thing").kind else { return #expect(Bool(false)) }
    guard case .reference("test.nameless", nil) = try field("row").kind else { return #expect(Bool(false)) }
  }

  @Test func `types without schema are refused when they are declared`() {
    struct Fraction: Codable { var share: Double }
    struct OddFraction: Codable { var share: Float? }
    struct Small: Codable { var number: UInt8 }
    struct Words: Codable { var words: Set<String> }
    struct Loose: Codable { var names: [String: String] }
    #expect(throws: FieldFault.self) { try Schema.fields(of: Fraction.self) }
    #expect(throws: FieldFault.self) { try Schema.fields(of: OddFraction.self) }
    #expect(throws: FieldFault.self) { try Schema.fields(of: Small.self) }
    #expect(throws: FieldFault.self) { try Schema.fields(of: Words.self) }
    #expect(throws: FieldFault.self) { try Schema.fields(of: Loose.self) }
  }

  @Test func `texts are put on the fields by name`() {
    let named = Field.named(fields, by: ["age": ("سن", "age")])
    #expect(named.first { $0.name == "age" }?.texts == Texts("سن", "age"))
    #expect(named.first { $0.name == "name" }?.texts == Texts("", ""))
  }

  @Test(arguments: [
    ("nationalIDIndex", "national_id_index"), ("isOn", "is_on"), ("id", "id"), ("nationalID", "national_id"),
    ("validUntil", "valid_until"), ("IBAN", "iban"), ("line2", "line2"), ("", ""),
  ]) func `columns are named in snake case`(property: String, column: String) {
    #expect(snakeCase(property) == column)
  }
}
