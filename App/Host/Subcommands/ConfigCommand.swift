import Feature
import Jalali
import Engine
import Values

enum ConfigCommand: Subcommand {
  static let name = "config"
  static let usage = "config check|show|plan|apply [--config DIR] [--store DIR]"
  static let texts = Texts("پیکربندی را می‌آزماید، نشان می‌دهد و به کار می‌بندد.", "Checks, shows and applies the configuration files.")
  static let flags = ["config=", "province=", "json"]

  static func run(_ arguments: Arguments) throws -> Int32 {
    let folder = arguments.setting("config") ?? "Config"
    switch arguments.rest.first {
    case "check":
      let plan = ConfigPlan(try ConfigFiles(folder: folder), registry: try Registry(InstalledModules.all))
      let objections = plan.objections()
      for objection in objections { Hamyar.complain(objection) }
      for warning in plan.warnings() { Hamyar.complain(warning) }
      if objections.isEmpty { print("\(folder): good · درست") }
      return objections.isEmpty ? 0 : 2
    case "plan", "apply":
      let isPlan = arguments.rest.first == "plan"
      let runtime = try isPlan ? StoreLocator.reading(arguments) : StoreLocator.runtime(arguments)
      defer { runtime.close() }
      let plan = ConfigPlan(try ConfigFiles(folder: folder), registry: runtime.registry)
      if let objection = plan.objections().first { throw UsageFault(objection.fa, objection.en) }
      let caller = try Caller(runtime, principal: .installer, channel: "cli")
      let steps = isPlan ? try plan.steps(for: caller) : try plan.apply(through: caller)
      for step in steps { print(step.line) }
      Stderr.write(isPlan ? "\(steps.count) steps would be taken." : "\(steps.count) steps taken.")
      return 0
    case "show":
      let runtime = try StoreLocator.reading(arguments)
      defer { runtime.close() }
      let caller = try Caller(runtime, principal: .installer, channel: "cli")
      let rules = try caller.perform(
        "configuration.rules", .record(["province": arguments.last("province").map(Value.text) ?? .null]))
      for line in rules["items"]?.items ?? [] {
        print(arguments.has("json") ? JSONWriter.text(line) : ExplainCommand.line(line))
      }
      return 0
    default: throw UsageFault("روش: hamyar \(usage)", "Usage: hamyar \(usage)")
    }
  }
}

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
    return "  \(text("rule")).\(text("parameter")) = \(value)\(bounds)  [\(text("origin"))\(from): \(text("citationEn"))]  \(text("fa"))"
  }
}
