import Jalali
import Persian
import Engine
import Feature
import Values

/// What `Config/` would change in a store: only what is not in force already, through the same actions as everybody's.
struct ConfigPlan {
  struct Step {
    let command: String
    let input: Value
    let line: String
  }

  private let files: ConfigFiles
  private let registry: Registry

  init(_ files: ConfigFiles, registry: Registry) {
    self.files = files
    self.registry = registry
  }

  /// Names that no installed rule or module knows, and values that a rule cannot work with.
  func objections() -> [Texts] {
    var objections: [Texts] = []
    for item in files.switches where !registry.modules.contains(where: { $0.id == item.module && $0.isSwitchable }) {
      objections.append(Texts("ماژول \(item.module) نیست.", "There is no module \(item.module)."))
    }
    let sheets = registry.ruleDescriptions
    for item in files.settings {
      guard let sheet = sheets.first(where: { $0.id == item.rule }) else {
        objections.append(Texts("قاعدهٔ \(item.rule) نیست.", "There is no rule \(item.rule)."))
        continue
      }
      guard sheet.parameters.contains(where: { $0.name == item.parameter }) else {
        objections.append(
          Texts("قاعدهٔ \(item.rule) مقدار \(item.parameter) ندارد.", "The rule \(item.rule) has no parameter \(item.parameter)."))
        continue
      }
    }
    return objections
  }

  /// What can be done and is hardly meant.
  func warnings() -> [Texts] { RoadTime(files.settings, registry: registry).warnings() }

  func steps(for caller: Caller) throws -> [Step] {
    var steps: [Step] = []
    let switches = try caller.rows("configuration.switches")
    for item in ordered(files.switches) {
      let isKnown = switches.contains {
        $0["module"]?.string == item.module && $0["province"]?.string == item.province?.code
          && $0["fromDay"] == .day(item.from) && $0["isOn"]?.boolean == item.isOn
      }
      guard !isKnown else { continue }
      steps.append(
        Step(
          command: "configuration.switch-module",
          input: .record([
            "module": .text(item.module), "province": item.province.map { .text($0.code) } ?? .null,
            "from": .text(item.from.text), "isOn": .bool(item.isOn), "source": .text(item.source),
          ]), line: "\(item.isOn ? "on " : "off") \(item.module) \(item.province?.code ?? "nation") \(item.from.text)"))
    }
    let settings = try caller.rows("configuration.settings")
    for item in files.settings {
      let isKnown = settings.contains {
        $0["rule"]?.string == item.rule && $0["parameter"]?.string == item.parameter
          && $0["province"]?.string == item.province?.code && $0["fromDay"] == .day(item.from)
          && $0["value"]?.string == item.value
      }
      guard !isKnown else { continue }
      steps.append(
        Step(
          command: "configuration.set-parameter",
          input: .record([
            "rule": .text(item.rule), "parameter": .text(item.parameter), "value": .text(item.value),
            "province": item.province.map { .text($0.code) } ?? .null, "from": .text(item.from.text),
            "source": .text(item.source), "isLocked": .bool(item.isLocked),
          ]), line: "set \(item.rule).\(item.parameter) = \(item.value) \(item.province?.code ?? "nation") \(item.from.text)"))
    }
    return steps
  }

  /// - Returns: the steps taken.
  func apply(through caller: Caller) throws -> [Step] {
    let steps = try steps(for: caller)
    for step in steps { try caller.perform(step.command, step.input) }
    return steps
  }

  /// Modules are switched on in the order in which they stand on one another.
  private func ordered(_ switches: [ConfigFiles.Switch]) -> [ConfigFiles.Switch] {
    let places = Dictionary(
      registry.modules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return switches.sorted { (places[$0.module] ?? 0, $0.from) < (places[$1.module] ?? 0, $1.from) }
  }
}
