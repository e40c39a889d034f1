import Contracts
import Engine
import Feature
import TestKit
import Testing
import Values

/// What a group's refusals advise.
@Suite struct `Next steps of a group` {
  private let village: Village

  init() throws { village = try Village() }

  private func next(_ body: () throws -> Void) throws -> [NextStep] {
    do {
      try body()
      Issue.record("nothing was refused")
      return []
    } catch let refusal as Refusal { return refusal.next }
  }

  @Test func `a step too early names the road to it, and whoever takes the first step`() throws {
    try village.request()
    let steps = try next { try village.run("declare-mature", [:], as: village.deputy) }
    let first = try #require(steps.first)
    #expect(first.command == "groups.accept-request" && first.line == "groups accept-request group=1")
    #expect(
      first.texts.en.hasPrefix(
        "Before “declaring maturity” this must happen: “accepting the request”, then “recording the founding”, then “declaring it trained”")
    )
    #expect(first.roles.map(\.code) == ["prevention.officer"])
    #expect(steps.map(\.command) == ["groups.accept-request", "groups.refuse-request", "show"])
    #expect(steps.last?.line == "show GR-27-1405-0001")
  }

  @Test func `what the state forbids is not mended by other input: the road to it, or that there is none, and where it is shown`() throws {
    try village.request()
    let early = try next { try village.run("admit-member", ["person": 9], as: village.facilitator) }
    #expect(early.prefix(3).map(\.command) == ["groups.accept-request", "groups.refuse-request", "show"], "\(early)")
    #expect(early[0].texts.en.hasPrefix("Before “Admit a member” this must happen: “accepting the request”."))
    #expect(early[0].texts.fa.hasPrefix("برای «پذیرش عضو» نخست باید این بشود: «پذیرش درخواست»."))
    try village.run("confirm-identity", [:], as: village.county)
    try village.run("accept-request", [:], as: village.officer)
    try village.run("dissolve", ["reason": "کامل نیست"], as: village.deputy)
    let late = try next { try village.run("admit-member", ["person": 9], as: village.facilitator) }
    #expect(late.prefix(2).map(\.command) == ["groups.object", "show"], "\(late)")
    #expect(late[0].texts.fa.hasPrefix("برای «پذیرش عضو» نخست باید این بشود: «توقف انحلال با اعتراض»."))
    #expect((early + late).allSatisfy { !$0.texts.en.contains("again") })
    try village.request("همراهان")
    try village.run("refuse-request", ["reason": "کامل نیست"], as: village.officer, group: 2)
    let refused = try next { try village.run("admit-member", ["person": 9], as: village.facilitator, group: 2) }
    #expect(refused.first?.texts.en.contains("“upholding an objection to the refusal”") == true, "\(refused)")
  }

  @Test func `what the input could mend is proposed with all that was typed`() throws {
    try village.forming()
    let steps = try next { try village.run("admit-member", ["person": 51, "since": "1405/02/01"], as: village.facilitator) }
    #expect(steps.first?.line == "groups admit-member group=1 person=51 since=1405/02/01", "\(steps)")
    #expect(steps.first?.texts.en.hasSuffix("send “Admit a member” again.") == true)
  }

  @Test func `a conflict that stands shows the thing instead of sending the same again`() throws {
    try village.forming()
    try village.run("admit-member", ["person": 1], as: village.facilitator)
    let steps = try next { try village.run("admit-member", ["person": 1], as: village.facilitator) }
    #expect(steps.map(\.line) == ["show GR-27-1405-0001"], "\(steps)")
  }

  @Test func `what is suspended is resumed first`() throws {
    try village.active()
    try village.run("suspend", ["reason": "بازرسی"], as: village.officer)
    let steps = try next { try village.run("declare-mature", [:], as: village.deputy) }
    #expect(steps.first?.command == "groups.resume", "\(steps)")
  }

  @Test func `separation of duties names the step that bars, its day and entry, and who may instead`() throws {
    try village.request()
    let both = Principal.test(.countyOfficer, .preventionOfficer, number: 8)
    try village.run("confirm-identity", [:], as: both)
    let steps = try next { try village.run("accept-request", [:], as: both) }
    #expect(steps.count == 2)
    #expect(
      steps[0].texts.en
        == "You took the step “Confirm the applicant's identity” on this on 1405/02/01 (entry 3), so “Accept a formation request” is not for you."
    )
    #expect(steps[1].command == "groups.accept-request" && steps[1].roles.map(\.code) == ["prevention.officer"])
  }

  @Test func `a name that is taken leads to the group that has it, unless it lies elsewhere`() throws {
    try village.request("علی‌آباد")
    do {
      try village.request("علي آباد")
      Issue.record("nothing was refused")
    } catch let refusal as Refusal {
      #expect(refusal.code == "conflict.exists" && refusal.faults.map(\.pointer).contains("/name"), "\(refusal.faults)")
      #expect(refusal.next.first?.line == "groups show group=GR-27-1405-0001", "\(refusal.next)")
    }
  }

  @Test func `an unknown group leads to the list`() throws {
    #expect(try next { try village.run("accept-request", [:], as: village.officer, group: 77) }.map(\.command) == ["groups.list"])
    let foreign = try next { try village.run("accept-request", [:], as: village.kurdistan) }
    #expect(foreign.map(\.command) == ["groups.list"])
  }

  @Test func `a code that is not there, or lies in another province, leads to the list and never to the input`() throws {
    try village.request()
    for (code, principal) in [("GR-27-1405-0099", village.officer), ("GR-27-1405-0001", village.kurdistan)] {
      do {
        _ = try village.store.ask("cases.show", .record(["code": .text(code)]), as: principal)
        Issue.record("\(code) was found")
      } catch let refusal as Refusal {
        #expect(refusal.kind == .notFound && refusal.texts == Texts("گروه پیدا نشد.", "The group was not found."))
        let advised = village.advised(refusal, "cases.show", .record(["code": .text(code)]), principal)
        #expect(advised?.next.map(\.command) == ["groups.list"], "\(String(describing: advised?.next))")
        #expect(advised?.next.first?.texts.en == "Look it up in “Groups”; only what lies within your reach is found.")
      }
    }
  }

  @Test func `whoever may not is told who may`() throws {
    let steps = try next { try village.run("accept-request", [:], as: village.facilitator) }
    #expect(steps.map(\.command) == ["groups.accept-request"] && steps[0].roles.map(\.code) == ["prevention.officer"])
    #expect(steps[0].texts.en == "Ask somebody who may in Golestan: prevention officer.")
  }
}
