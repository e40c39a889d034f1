import Configuration
import Contracts
import Engine
import Feature
import TestKit
import Testing
import Values

/// A module with one number that may be set between 1 and 90.
private struct FenceModule: FeatureModule {
  static let module = Module("fence", "حصار", "fence", rules: [FenceHeight.self])
}

private struct FenceHeight: Rule {
  static let id = "fence.height"
  static let texts = Texts("حصار بلند نیست.", "A fence is not high.")
  static let source = Citation("S9", "بند ۱", "section 1")
  static let parameters = [
    Parameter("most", 14, "بیشترین بلندی", "greatest height", within: 1...90), Parameter("wood", "oak", "چوب", "wood"),
  ]

  struct Parameters: Codable, Sendable {
    var most: Int
    var wood: String
  }
  struct Facts: Codable, Sendable { var height: Int }
  enum Objection: RuleObjection {
    case high
    var code: String { "fence.high" }
    var texts: Texts { Texts("بلند", "high") }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    facts.height > parameters.most ? [.high] : []
  }
}

@Suite struct `A number with a least and a most` {
  let store: TestStore

  init() throws { store = try TestStore([AccountsStandIn.self, ConfigurationModule.self, FenceModule.self]) }

  private func set(_ value: Value) throws {
    try store.run(
      "configuration.set-parameter",
      .record(["rule": "fence.height", "parameter": "most", "value": value, "source": "بخشنامه"]),
      as: .test(.nationalAdmin, in: nil, number: 1))
  }

  @Test(arguments: ["1", "90"]) func `it takes both ends`(value: String) throws { try set(.text(value)) }

  @Test(arguments: ["0", "91", "-5"]) func `it takes nothing beyond, and says between what`(value: String) throws {
    let refusal = try #require(throws: Refusal.self) { try set(.text(value)) }
    #expect(refusal.faults.map(\.code) == ["parameter.bounds"] && refusal.faults.map(\.pointer) == ["/value"])
    #expect(refusal.faults.first?.texts.en == "The greatest height must lie between 1 and 90.")
  }

  @Test func `it is explained with both`() throws {
    let told = try store.ask("configuration.explain", .record(["rule": "fence.height"]), as: .test(.nationalAdmin, in: nil, number: 1))
    let lines = told["parameters"]?.items ?? []
    #expect(lines.map { $0["parameter"] } == ["most", "wood"])
    #expect(lines.map { $0["least"] } == [1, .null] && lines.map { $0["most"] } == [90, .null])
  }
}
