import Configuration
import Contracts
import Engine
import Feature
import TestKit
import Testing
import Values

/// A module that is on until somebody switches it off, and stands on nothing.
struct AnnexModule: FeatureModule {
  static let module = Module(
    "annex", "پیوست", "annex", availability: .onUntilSwitchedOff, migrations: [AnnexThing.schema], records: [AnnexThing.self],
    actions: [KeepInAnnex.self, AskWhetherOn.self])
}

/// The same kind, standing on a module that is off until somebody switches it on.
struct WingModule: FeatureModule {
  static let module = Module("wing", "بال", "wing", after: ["probe"], availability: .onUntilSwitchedOff)
}

private enum AnnexEntity: Entity {
  static let object = "annex.thing"
  static let texts = Texts("چیز", "thing")
}

private struct AnnexThing: ProvincialRecord {
  typealias Of = AnnexEntity
  static let table = Table("annex_thing", reach: .province)
  static let schema = Migration(
    "annex.tables",
    """
    CREATE TABLE annex_thing(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL -- IR-nn
    ) STRICT
    """)

  var id = ID<AnnexEntity>(0)
  var rev = 0
  var province: Province
}

private let everybody = Permission("annex.write", "آزمون", "annex", heldBy: Role.all)

private struct KeepInAnnex: Action {
  var province: Province
  static let spec = Spec("annex.keep", "نگه داشتن", "Keep", .post, "/annex", permission: everybody)
  func perform(in work: borrowing Transaction) throws -> Done {
    try work.insert(AnnexThing(province: province))
    return Done()
  }
}

private struct AskWhetherOn: Action {
  var module: String
  var province: Province
  struct Output: Codable, Sendable { var isOn: Bool }
  static let spec = Spec("annex.ask", "پرسیدن", "Ask", .post, "/annex/questions", permission: everybody)
  func perform(in work: borrowing Transaction) throws -> Output { Output(isOn: try work.isOn(module, in: province)) }
}

@Suite struct `A module that is on until it is switched off` {
  let store: TestStore
  let nation = Principal.test(.nationalAdmin, in: nil, number: 1)
  let golestan = Principal.test(.preventionOfficer, in: "IR-27", number: 2)

  init() throws {
    store = try TestStore([
      AccountsStandIn.self, ConfigurationModule.self, ProbeModule.self, UpperModule.self, AnnexModule.self, WingModule.self,
    ])
  }

  private func turn(_ module: Value, on isOn: Value, in province: Value = .null, from: Value = .null) throws {
    try store.run(
      "configuration.switch-module",
      .record(["module": module, "province": province, "from": from, "isOn": isOn, "source": "بخشنامه"]), as: nation)
  }

  private func isOn(_ module: Value, in province: Value = "IR-27") throws -> Bool? {
    try store.run("annex.ask", .record(["module": module, "province": province]), as: nation)["isOn"]?.boolean
  }

  private func keep() throws { try store.run("annex.keep", .record(["province": "IR-27"]), as: golestan) }

  @Test func `it takes rows before anybody has spoken of it, and none once it is off`() throws {
    try keep()
    try turn("annex", on: false, in: "IR-27", from: "1405/02/03")
    try keep()
    store.day = try JalaliDay(1405, 2, 3)
    let refusal = try #require(throws: Refusal.self) { try keep() }
    #expect(refusal.code == "module.off")
    #expect(try isOn("annex", in: "IR-12") == true)
    try turn("annex", on: true, in: "IR-27", from: "1405/02/04")
    store.day = try JalaliDay(1405, 2, 4)
    try keep()
  }

  @Test func `the nation's word counts where the province has not spoken`() throws {
    try turn("annex", on: false)
    #expect(try isOn("annex") == false)
    try turn("annex", on: true, in: "IR-12")
    #expect(try isOn("annex") == false && isOn("annex", in: "IR-12") == true)
  }

  @Test func `it works only where the modules work that it stands on`() throws {
    #expect(try isOn("probe") == false && isOn("wing") == false)
    try turn("probe", on: true, in: "IR-27")
    #expect(try isOn("wing") == true && isOn("wing", in: "IR-12") == false)
    let needed = try #require(throws: Refusal.self) { try turn("probe", on: false, in: "IR-27", from: "1405/02/02") }
    #expect(needed.faults.map(\.code) == ["configuration.module-needed"])
    try turn("wing", on: false, in: "IR-27", from: "1405/02/02")
    try turn("probe", on: false, in: "IR-27", from: "1405/02/02")
  }

  @Test func `the others stay off until somebody switches them on`() throws {
    #expect(try isOn("probe") == false && isOn("upper") == false && isOn("configuration") == true)
  }
}
