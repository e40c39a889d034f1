import Feature
import Jalali
import Engine
import Values

enum ExplainCommand: Subcommand {
  static let name = "explain"
  static let usage = "explain RULE [--province IR-27] [--on DATE] [--json]"
  static let texts = Texts(
    "مقدار جاری یک قاعده، از کجا و به استناد چه.", "What is in force for a rule, where it comes from, what it rests on.")
  static let flags = ["province=", "on=", "json"]

  static func run(_ arguments: Arguments) throws -> Int32 {
    guard let rule = arguments.rest.first else { throw UsageFault("نام قاعده را بدهید.", "Name the rule.") }
    let runtime = try StoreLocator.reading(arguments)
    defer { runtime.close() }
    let caller = try Caller(runtime, principal: .installer, channel: "cli")
    let explained = try caller.perform(
      "configuration.explain",
      .record([
        "rule": .text(rule), "province": arguments.last("province").map(Value.text) ?? .null,
        "on": arguments.last("on").map(Value.text) ?? .null,
      ]))
    if arguments.has("json") {
      print(JSONWriter.text(explained))
      return 0
    }
    func text(_ name: String) -> String { explained[name]?.string ?? "" }
    print("\(text("rule")) v\(explained["version"]?.integer ?? 0)\n\(text("statementFa"))\n\(text("statementEn"))")
    print("[\(text("source"))] \(text("citationFa")) · \(text("citationEn"))")
    for item in explained["parameters"]?.items ?? [] { print(line(item)) }
    return 0
  }

  static func line(_ item: Value) -> String {
    func text(_ name: String) -> String { item[name]?.string ?? "" }
    let value = item["value"]?.string ?? "∅ (not set: the national office must)"
    let from: String = if case .day(let day)? = item["from"] { " from \(day.text)" } else { "" }
    var bounds = ""
    if let least = item["least"]?.integer, let most = item["most"]?.integer { bounds = " (\(least)…\(most))" }
    // What was decided on that day was judged by another value.
    var then = ""
    if item["isCorrected"]?.boolean == true, case .day(let entered)? = item["entered"] {
      then = "  {then \(item["valueThen"]?.string ?? "∅"); entered \(entered.text)}"
    }
    return "  \(text("rule")).\(text("parameter")) = \(value)\(bounds)  "
      + "[\(text("origin"))\(from): \(text("citationEn"))]\(then)  \(text("fa"))"
  }
}
