import TestKit
import Testing
import Values

/// The table of typed texts at the reader itself; `Typed text at every face` walks it from outside.
@Suite struct `Typed text` {
  private let fields: [Field]

  init() throws { fields = try Schema.fields(of: TypedInput.self) }

  private func outcome(_ one: TypedCase, by fields: [Field]) throws -> TypedCase.Expectation {
    do {
      let canonical = try Field.conform(.object([.init(one.field, .text(one.text))]), to: fields, mode: .typed)
      guard let value = canonical[one.field] else { return .absent }
      return .value(try JSONReader.read(JSONWriter.write(.list([value]), showsSecrets: true)).items[0])
    } catch let refusal as Refusal {
      return .faults(refusal.faults.map { "\($0.pointer.dropFirst(one.field.utf8.count + 1)) \($0.code)" }.sorted())
    }
  }

  @Test func `the table is large enough and speaks of every field`() {
    #expect(TypedCase.all.count >= 150)
    #expect(Set(TypedCase.all.map(\.field)) == Set(fields.map(\.name)))
  }

  @Test(arguments: TypedCase.all) func `is read as the table says`(one: TypedCase) throws {
    #expect(try outcome(one, by: fields) == one.expectation)
  }

  @Test func `an ambiguous name is refused with what it may mean`() {
    let refusal = #expect(throws: Refusal.self) {
      try Field.conform(.record(["tree": "درخت کهنسال"]), to: fields, mode: .typed)
    }
    #expect(refusal?.faults.first?.texts.en == "Several choices are called \"درخت کهنسال\"; write the code: oak, ash")
  }

  @Test func `nothing typed where something is needed is a missing field, and damaged text is told`() throws {
    struct Needed: Codable, Sendable { var count: Int, name: String }
    let fields = try Schema.fields(of: Needed.self)
    func said(_ count: Value, _ name: Value, _ mode: InputMode) -> [String] {
      faults { _ = try Field.conform(.record(["count": count, "name": name]), to: fields, mode: mode) }
    }
    #expect(said(" ", "x", .typed) == ["/count field.required"] && said("", "x", .strict) == ["/count field.kind"])
    #expect(said(1, "نا\u{FFFD}", .strict) == ["/name text.damaged"] && said(1, "\u{FFFD}", .typed) == ["/name text.damaged"])
  }

  @Test(arguments: [
    ("y", true), ("YES", true), ("درست", true), ("بلی", true), ("دارد", true), ("ندارد", false), ("نیست", false), ("n", false),
    ("نه", false), ("", nil), ("yess", nil), ("بله خیر", nil),
  ])
  func `yes and no have a few words`(word: String, meaning: Bool?) { #expect(TypedText.truth(word) == meaning) }

  @Test func `a field known by its kind only refuses with the same words and passes what it cannot judge`() throws {
    let known = fields.map { Field($0.name, $0.kind, isOptional: $0.isOptional) }
    for one in TypedCase.all where !["thing", "row", "day", "days", "bytes"].contains(one.field) {
      #expect(try outcome(one, by: known) == one.expectation, "\(one)")
    }
    let passed = try Field.conform(
      .record(["thing": "x y", "row": "x", "day": "۱۴۰۵/۱/۱", "bytes": "00"]), to: known, mode: .typed)
    #expect(passed == .record(["day": "1405/01/01", "bytes": "00", "thing": "x y", "row": "x"]))
  }
}
