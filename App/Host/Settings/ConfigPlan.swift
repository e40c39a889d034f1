import Engine
import Jalali
import Persian
import Values

/// What `Config/` would change in a store: what it does not hold already, as one proposal like anybody's.
struct ConfigPlan {
  /// The action that takes it.
  static let action = "configuration.propose"
  /// The lists that it is compared with.
  static let lists = (switches: "configuration.switches", settings: "configuration.settings")

  private let switches: [ConfigFiles.Switch]
  private let settings: [ConfigFiles.Setting]
  /// What holds in the store and stands in no file, a line each.
  let drift: [String]

  /// - Parameters:
  ///   - storedSwitches: the rows of `lists.switches`; none for an empty store.
  ///   - storedSettings: the rows of `lists.settings`.
  init(_ files: ConfigFiles, storedSwitches: [Value] = [], storedSettings: [Value] = []) {
    let switchRows = storedSwitches.map(StoredRow.init)
    let settingRows = storedSettings.map(StoredRow.init)
    switches = files.switches.filter { item in !switchRows.contains { $0.says(item) } }
    settings = files.settings.filter { item in !settingRows.contains { $0.says(item) } }
    drift =
      StoredRow.newest(switchRows, ["module"]).filter { row in !files.switches.contains { row.says($0) } }.map(\.switchLine)
      + StoredRow.newest(settingRows, ["rule", "parameter"]).filter { row in !files.settings.contains { row.says($0) } }.map(\.settingLine)
  }

  var isEmpty: Bool { switches.isEmpty && settings.isEmpty }

  /// What would be proposed, a line each.
  var lines: [String] {
    switches.map { ConfigPlan.line(on: $0.isOn, $0.module, $0.province?.code, $0.from.text) }
      + settings.map { ConfigPlan.line($0.rule, $0.parameter, $0.value, $0.province?.code, $0.from.text, isLocked: $0.isLocked) }
  }

  fileprivate static func line(on isOn: Bool, _ module: String, _ province: String?, _ day: String) -> String {
    "\(isOn ? "on " : "off") \(module) \(province ?? "nation") \(day)"
  }

  fileprivate static func line(
    _ rule: String, _ parameter: String, _ value: String, _ province: String?, _ day: String, isLocked: Bool
  ) -> String {
    "set \(rule).\(parameter) = \(value) \(province ?? "nation") \(day)\(isLocked ? " locked" : "")"
  }

  /// The input of `ConfigPlan.action`.
  var input: Value {
    .record([
      "switches": .list(
        switches.map {
          .record([
            "module": .text($0.module), "province": $0.province.map { .text($0.code) } ?? .null, "from": .text($0.from.text),
            "isOn": .bool($0.isOn), "source": .text($0.source),
          ])
        }),
      "values": .list(
        settings.map {
          .record([
            "rule": .text($0.rule), "parameter": .text($0.parameter), "value": .text($0.value),
            "province": $0.province.map { .text($0.code) } ?? .null, "from": .text($0.from.text), "source": .text($0.source),
            "isLocked": .bool($0.isLocked),
          ])
        }), "source": "Config/",
    ])
  }

  /// Where in the files a refusal of the proposal points; its faults that point nowhere stay at none.
  func faults(of refusal: Refusal) -> [ConfigFault] {
    refusal.faults.compactMap { fault in
      let parts = fault.pointer.split(separator: "/").map(String.init)
      guard parts.count >= 2, let index = TypedText.wholeNumber(parts[1]).map({ Int(clamping: $0) }) else { return nil }
      let member = parts.count > 2 ? parts[2] : "from"
      let (subject, province, origin): (String, Province?, ConfigFiles.Origin)
      switch parts[0] {
      case "switches" where switches.indices.contains(index):
        (subject, province, origin) = (switches[index].module, switches[index].province, switches[index].origin)
      case "values" where settings.indices.contains(index):
        let item = settings[index]
        (subject, province, origin) = ("\(item.rule).\(item.parameter)", item.province, item.origin)
      default: return nil
      }
      return ConfigFault(
        file: origin.file, place: origin.members[member] ?? origin.place, subject: subject, province: province, code: fault.code,
        texts: fault.texts)
    }
  }

  /// Values that stand for decisions which somebody has yet to take, a line each.
  var examples: [String] {
    settings.filter { $0.source.hasPrefix("example") || $0.source.hasPrefix("نمونه") }
      .map { "\($0.rule).\($0.parameter) = \($0.value) \($0.province?.code ?? "nation"): \($0.source)" }
  }
}

/// A row of one of the two lists, as whichever client tells it.
private struct StoredRow {
  let row: Value

  func text(_ name: String) -> String? { row[name]?.string }
  /// As the files write it.
  var day: String { text("fromDayJalali") ?? "" }

  func says(_ item: ConfigFiles.Switch) -> Bool {
    text("module") == item.module && text("province") == item.province?.code && day == item.from.text
      && row["isOn"]?.boolean == item.isOn
  }

  func says(_ item: ConfigFiles.Setting) -> Bool {
    text("rule") == item.rule && text("parameter") == item.parameter && text("province") == item.province?.code
      && day == item.from.text && text("value") == item.value && row["isLocked"]?.boolean == item.isLocked
  }

  var switchLine: String { ConfigPlan.line(on: row["isOn"]?.boolean == true, text("module") ?? "", text("province"), day) }
  var settingLine: String {
    ConfigPlan.line(
      text("rule") ?? "", text("parameter") ?? "", text("value") ?? "", text("province"), day, isLocked: row["isLocked"]?.boolean == true)
  }

  /// Of rows about the same, the one of the latest day; of two for one day the one entered later.
  static func newest(_ rows: [StoredRow], _ names: [String]) -> [StoredRow] {
    var newest: [String: StoredRow] = [:]
    for row in rows.sorted(by: { ($0.row["id"]?.integer ?? 0) < ($1.row["id"]?.integer ?? 0) }) {
      let key = (names + ["province"]).map { row.text($0) ?? "" }.joined(separator: "|")
      if let known = newest[key], known.day > row.day { continue }
      newest[key] = row
    }
    return newest.sorted { $0.key < $1.key }.map(\.value)
  }
}
