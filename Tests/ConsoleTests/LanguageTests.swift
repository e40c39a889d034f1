import Engine
import Feature
import Testing
import Values

@testable import Console

@Suite struct LanguageTests {
  private func texts(_ line: String) throws -> [String] { try Tokenizer.words(of: line).map(\.whole) }

  @Test func `words are split at blanks, and quotes keep them together`() throws {
    #expect(try texts("a  'b c' \"d \\\"e\\\"\"") == ["a", "b c", "d \"e\""])
    #expect(try texts("name='باغ بزرگ'") == ["name=باغ بزرگ"])
    #expect(try texts("it''s a # comment") == ["its", "a"])
    #expect(try texts("''") == [""])
  }

  @Test func `JSON runs to its closing bracket without quotes around it`() throws {
    #expect(try texts(#"site={"row": 1, "x": ["}"]} next"#) == [#"site={"row": 1, "x": ["}"]}"#, "next"])
  }

  @Test func `what never closes is refused`() {
    #expect(throws: Refusal.self) { try Tokenizer.words(of: "a 'b") }
    #expect(throws: Refusal.self) { try Tokenizer.words(of: "a {\"b\"") }
    #expect(throws: Never.self) { try Tokenizer.words(of: "a 'b", isLenient: true) }
  }

  @Test func `a variable stands for a whole value and not inside quotes`() throws {
    var variables = Variables()
    try variables.set("place", to: "IR-27")
    let words = try variables.expand(try Tokenizer.words(of: "province=:place ':place' 12:30 :5"))
    #expect(words.map(\.whole) == ["province=IR-27", ":place", "12:30", ":5"])
    #expect(throws: Refusal.self) { try variables.expand(try Tokenizer.words(of: ":other")) }
  }

  @Test func `switches are taken out of a command wherever they stand`() throws {
    let call = try Call(try Tokenizer.words(of: "gardens fell GD-1 --yes --reason 'too old' --json"))
    #expect(call.words.map(\.whole) == ["gardens", "fell", "GD-1"])
    #expect(call.isYes && call.isJSON && !call.isDryRun && call.reason == "too old")
  }

  private func input(_ line: String) throws -> Value {
    let commandTable = CommandTable(try FakeClient().catalogue())
    let (command, rest) = try commandTable.resolve(try Call(try Tokenizer.words(of: line)).words)
    let builder = InputBuilder(command)
    return try builder.input(try builder.assign(rest))
  }

  @Test func `plain words fill the path first and then the required fields`() throws {
    let value = try input("gardens plant GD-27-1405-0012 ۱۲ apple")
    #expect(value["garden"] == "GD-27-1405-0012")
    #expect(value["count"] == 12)
    #expect(value["tree"] == "apple")
  }

  @Test func `fields are given by name in both forms, and become what they should be`() throws {
    let value = try input(
      "gardens plant 7 --count=1,200 tree=انار since=۱۴۰۵/۰۱/۱۵ province=گلستان --is-watered بله tags='a, b' site={\"row\":3}"
    )
    // Whether digits are a number or a name is for the other side to judge.
    #expect(value["garden"] == "7")
    #expect(value["count"] == 1200)
    #expect(value["tree"] == "pomegranate")
    #expect(value["since"] == "1405/01/15")
    #expect(value["province"] == "IR-27")
    #expect(value["isWatered"] == true)
    #expect(value["tags"] == ["a", "b"])
    #expect(value["site"] == .record(["row": 3]))
  }

  @Test func `an empty value without quotes leaves the field out`() throws {
    #expect(try input("people count city=") == .object([]))
    #expect(try input("people count city=\"\"") == .record(["city": ""]))
  }

  @Test func `what cannot be read is refused here, all of it at once, with the words of the other side`() {
    let refusal = #expect(throws: Refusal.self) {
      try input("gardens plant 7 count=1,5 tree=oak since=1404/12/30 is-watered=maybe site={\"row\":\"x\",\"depth\":1}")
    }
    #expect(
      refusal?.faults.map { "\($0.pointer) \($0.code)" } == [
        "/count field.kind", "/tree field.choice", "/since day.no-such-date", "/isWatered field.kind", "/site/depth field.unknown",
        "/site/row field.kind",
      ])
    #expect(refusal?.code == "input.invalid" && refusal?.faults.first?.texts == Texts("باید عدد صحیح باشد.", "Must be a whole number."))
  }

  @Test func `what only the other side can judge goes over as it was typed`() throws {
    #expect(try input("gardens plant 'باغ بالا' 1 apple")["garden"] == "باغ بالا")
    #expect(try input("gardens plant gd-۲۷-۱۴۰۵-۰۰۱۲ 1 apple")["garden"] == "GD-27-1405-0012")
    #expect(try input("people register نام 0076229645 level='\u{A0}'") == .record(["name": "نام", "nationalID": "0076229645"]))
  }

  @Test(arguments: [
    "gardens plant 1 2 apple extra", "gardens plant colour=red", "gardens plant count=1 count=2", "gardens dig",
    "garden list",
    "gardens", "gardens plant --count --since 1405/01/01", "gardens fell 1 --reason --yes",
    "gardens plant site={\"row\":}",
  ])
  func `what does not fit is refused`(line: String) {
    #expect(throws: Refusal.self) { try input(line) }
  }
}
