import Foundation
@testable import Host
import Persian
import Engine
import Feature
import Testing
import Values

private let configIsThere = FileManager.default.fileExists(atPath: SourceTree.root + "/Config/national.json5")

/// What stands in `Config/` is known to the installed rules and modules, and they can work with it.
@Suite(.enabled(if: configIsThere, "Config/national.json5 is not in this checkout"))
struct ConfigLaws {
  private let folder = SourceTree.root + "/Config"

  @Test func `every key is known`() throws {
    let plan = ConfigPlan(try ConfigFiles(folder: folder), registry: try Installed.registry())
    refuse(plan.objections().map { "Config: \($0.en)" })
  }

  @Test func `what we make people wait for leaves room for the six months of the process`() throws {
    let registry = try Installed.registry()
    for (rule, parameter) in RoadTime.waits + [RoadTime.given] {
      let sheet = registry.ruleDescriptions.first { $0.id == rule }
      #expect(sheet?.parameters.contains { $0.name == parameter && $0.unit.en == "months" } == true, "\(rule).\(parameter)")
    }
    #expect(RoadTime([], registry: registry).warnings() == [], "the standards themselves")
    let files = try ConfigFiles(folder: folder)
    refuse(RoadTime(files.settings, registry: registry).warnings().map { "Config: \($0.en)" })
    func setting(_ value: String, in province: Province?) throws -> ConfigFiles.Setting {
      .init(
        rule: "groups.maturity", parameter: "minimumAgeMonths", value: value, province: province, from: try .init(1405, 1, 1),
        source: "آزمون", isLocked: false)
    }
    let golestan = try Province(parsing: "IR-27")
    let late = try RoadTime([setting("6", in: nil), setting("7", in: golestan)], registry: registry).warnings()
    #expect(late.map(\.en).count == 1 && late.first?.en.contains("groups.maturity.minimumAgeMonths = 7") == true, "\(late)")
  }

  @Test func `every value is one that its rule can work with`() throws {
    let rules = try Installed.registry().rules
    for setting in try ConfigFiles(folder: folder).settings {
      guard let rule = rules.first(where: { $0.id == setting.rule }) else { continue }  // Said by the law above.
      let place = "Config/\(setting.province.map { "provinces/\($0.code)" } ?? "national").json5: \(setting.rule).\(setting.parameter)"
      #expect(throws: Never.self, "\(place) = \(setting.value)") {
        try RuleReading.check(try JSONReader.read(Array(setting.value.utf8)), for: setting.parameter, of: rule)
      }
      #expect(!setting.source.isEmpty, "\(place) has no source")
    }
  }

  @Test func `a value of Config is checked together with all others of its rule`() throws {
    let files = try ConfigFiles(folder: folder)
    for sheet in try Installed.registry().ruleDescriptions {
      let national = files.settings.filter { $0.rule == sheet.id && $0.province == nil }
      let values = try sheet.parameters.compactMap { parameter -> Value.Member? in
        let given = try national.last { $0.parameter == parameter.name }.map { try JSONReader.read(Array($0.value.utf8)) }
        return (given ?? parameter.standard).map { Value.Member(parameter.name, $0) }
      }
      guard values.count == sheet.parameters.count else { continue }  // The national office has yet to set the rest.
      #expect(throws: Never.self, "\(sheet.id) with national.json5") { try sheet.check(.object(values)) }
    }
  }

  @Test func `an entry has no member that nobody reads`() throws {
    let known: [String: Set<String>] = [
      "modules": ["module", "from", "isOn", "source"],
      "parameters": ["rule", "parameter", "value", "from", "source", "isLocked"],
    ]
    let provinces = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/provinces")) ?? []
    for path in ["national.json5"] + provinces.filter({ $0.hasSuffix(".json5") }).map({ "provinces/" + $0 }) {
      let file = try JSON5.read(folder + "/" + path)
      for (section, names) in known {
        for item in file[section]?.items ?? [] {
          let strange = item.members.map(\.name).filter { !names.contains($0) }
          #expect(strange.isEmpty, "Config/\(path): \(section): nobody reads \(strange) in \(JSONWriter.text(item))")
        }
      }
    }
  }
}
