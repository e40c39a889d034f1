import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `A refusal` {
  private let bench: Bench
  private let maker = Principal.test(.maker)

  /// Three colleagues, seen by the chief only.
  init() throws {
    let accounts = AccountsStandIn(seesStaff: Permission("accounts.read", "دیدن", "see", heldBy: [.chief]))
    accounts.holders.set { roles in
      [("u1", "Maryam"), ("u2", "Reza"), ("u3", "Zahra")].filter { _ in roles.contains("test.maker") }
        .map { Colleague(id: $0.0, name: $0.1, role: "test.maker") }
    }
    bench = try lending([accounts]) { try Bench([ShopModule.self, AccountsStandIn.self]) }
  }

  private func make(_ name: Value, _ weight: Value = 5, as principal: Principal? = nil) throws {
    try bench.run("shop.make", ["province": "IR-27", "name": name, "weight": weight], as: principal ?? maker)
  }

  @Test func `tells whoever may see the staff the colleagues by name, and others the roles`() throws {
    let told = try #require(refusal { try make("چکش", as: .test(.chief)) }?.next.first)
    #expect(told.command == "shop.make" && told.roles.map(\.code) == ["test.maker"])
    #expect(told.texts.en == "Ask somebody who may in Golestan: maker. Colleagues: Reza, Zahra.")
    let stranger = Principal(id: "u9", staff: 9, name: "", grants: [.init(role: "none", scope: .province("IR-27"))], session: "")
    #expect(refusal { try make("چکش", as: stranger) }?.next.first?.texts.en == "Ask somebody who may in Golestan: maker.")
  }

  @Test func `for the same hands names nobody who has touched the thing`() throws {
    try make("چکش", as: .test(.maker, number: 2))
    let both = Principal(
      id: "u2", staff: 2, name: "",
      grants: [.init(role: "test.maker", scope: .province("IR-27")), .init(role: "test.chief", scope: .province("IR-27"))],
      session: "")
    let next = try #require(refusal { try bench.run("shop.approve", ["tool": 1], as: both) }?.next)
    #expect(next.count == 2 && next[0].texts.en.hasPrefix("You took the step “Make” on this on 1405/02/01 (entry 0)"))
    #expect(next[1].texts.en.contains("Colleagues: Maryam, Zahra."), "\(next[1])")
  }

  @Test func `by an equal row names it within reach only, and the fields that clash`() throws {
    try make("چکش")
    let no = try #require(refusal { try make("چکش") })
    #expect(no.faults.map(\.pointer) == ["/province", "/name"] && no.faults.allSatisfy { $0.code == "conflict.taken" })
    #expect(no.next.first?.line == "shop tool tool=TL-27-1405-0001", "\(no.next)")
  }

  @Test func `leaves a ledger entry that knows nothing of the advice`() throws {
    _ = refusal { try make("سوزن", 1) }
    let entry = try #require(try bench.entries().first)
    #expect(!JSONWriter.text(entry).contains("next") && entry["why"]?["code"] == "rule.refused")
  }

  @Test func `by a rule leads to the action again`() throws {
    let next = try #require(refusal { try make("سوزن", 1) }?.next)
    #expect(next.map(\.command) == ["shop.make"])
  }

  @Test func `is advised without a store too`() {
    let busy = Refusal(.unavailable, "busy", Texts("پر", "full"), retryAfter: 3).advised
    #expect(busy.next.map(\.texts.en) == ["Send the same again after 3 seconds."])
    #expect(Refusal.input("/x", "odd", Texts("نه", "no")).advised.next.first?.command == "help")
  }

  @Test func `reads back from a problem document as it was written`() throws {
    let step = NextStep(
      Texts("الف", "a"), command: "groups.show", input: [.init("group", "GR-1")], roles: [.init("x", Texts("ب", "b"))])
    let again = try #require(NextStep(step.value))
    #expect(again.value == step.value && again.line == "groups show group=GR-1")
  }
}
