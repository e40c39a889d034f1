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

  @Test func `an empty store takes all of it`() throws {
    let check = try ConfigCheck(folder: folder)
    refuse(check.faults.map { $0.line(in: .en) } + check.warnings.map(\.en))
  }

  @Test func `what we make people wait for leaves room for the six months of the process`() throws {
    let registry = try Installed.registry()
    for (rule, parameter) in RoadTime.waits + [RoadTime.given] {
      let sheet = registry.ruleDescriptions.first { $0.id == rule }
      #expect(sheet?.parameters.contains { $0.name == parameter && $0.unit.en == "months" } == true, "\(rule).\(parameter)")
    }
    #expect(RoadTime([], registry: registry).warnings() == [], "the standards themselves")
    func setting(_ value: String, in province: Province?) throws -> ConfigFiles.Setting {
      .init(
        rule: "groups.maturity", parameter: "minimumAgeMonths", value: value, province: province, from: try .init(1405, 1, 1),
        source: "آزمون", isLocked: false, origin: .init(file: "", place: .start, members: [:]))
    }
    let golestan = try Province(parsing: "IR-27")
    let late = try RoadTime([setting("6", in: nil), setting("7", in: golestan)], registry: registry).warnings()
    #expect(late.map(\.en).count == 1 && late.first?.en.contains("groups.maturity.minimumAgeMonths = 7") == true, "\(late)")
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
}
