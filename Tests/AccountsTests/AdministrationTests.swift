import Contracts
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Staff and posts` {
  let bench: AccountsBench

  init() throws { bench = try AccountsBench() }

  private func rule(_ body: () throws -> Value) throws -> (id: Value?, codes: [String]) {
    let refusal = try refused(body)
    return (refusal?.rule?["id"], refusal?.faults.map(\.code) ?? [])
  }

  @Test func `a post that would end before it begins is refused at its field`() throws {
    try bench.create()
    #expect(
      try bench.refusal { try bench.assign(from: "1405/02/01", until: "1405/01/01") } == ["/untilaccounts.until-before-from"])
  }

  @Test func `a user name is unique, short and plain`() throws {
    try bench.create("m.rezaei")
    #expect(try bench.refusal { try bench.create("M.Rezaei") } == ["conflict.exists"])
    for name: Value in ["ab", "مریم", "a b c", "a_b", .text(String(repeating: "a", count: 41))] {
      #expect(try bench.refusal { try bench.create(name) } == ["/userNameaccounts.user-name"], "\(name)")
    }
  }

  @Test func `a user name that is taken elsewhere is refused at its field, and nothing tells by whom`() throws {
    try bench.create("m.rezaei")
    do {
      try bench.create("m.rezaei", in: "IR-12", as: bench.kurdistan)
      Issue.record("nothing was refused")
    } catch let refusal as Refusal {
      #expect(refusal.code == "conflict.exists" && refusal.faults.map(\.pointer) == ["/userName"])
      let told = refusal.next.map { JSONWriter.text($0.value) }.joined()
      #expect(refusal.next.map(\.command) == ["accounts.list"] && !told.contains("ST-"), "\(told)")
    }
  }

  @Test func `whoever may see the staff is told the colleagues of the province who may, others their roles`() throws {
    try bench.create("golestan.one")
    try bench.create("kurdistan.one", in: "IR-12")
    for (staff, province) in [(1, "IR-27"), (2, "IR-12")] as [(Value, Value)] {
      try bench.assign("provincial.admin", to: staff, in: province)
    }
    func told(_ principal: Principal) -> String? {
      do {
        try bench.create("new.one", as: principal)
        return nil
      } catch { return (error as? Refusal)?.next.first?.texts.en }
    }
    let roles = "Ask somebody who may in Golestan: national office, provincial administrator."
    #expect(told(.test(.auditor, number: 31)) == roles + " Colleagues: مریم رضایی.")
    #expect(told(.test(.facilitator, number: 32)) == roles)
  }

  @Test func `a provincial administrator makes accounts in the own province only`() throws {
    try bench.create(as: bench.golestan)
    for elsewhere: Value in ["IR-12", .null] {
      #expect(
        try bench.refusal { try bench.create("other", in: elsewhere, as: bench.golestan) } == ["/provinceaccounts.other-province"])
    }
  }

  @Test func `other provinces and the national office do not exist for a provincial administrator`() throws {
    try bench.create("golestan.one")
    try bench.create("kurdistan.one", in: "IR-12")
    try bench.create("national.one", in: .null)
    try bench.assign(to: 2, in: "IR-12")
    #expect(
      try bench.store.ask("accounts.staff", as: bench.golestan)["items"]?.items.map { $0["userName"] } == ["golestan.one"])
    #expect(try bench.store.ask("accounts.posts", as: bench.golestan)["items"] == .list([]))
    for staff: Value in [2, 3] {
      let input = Value.record(["staff": staff, "reason": "س"])
      #expect(try bench.refusal { try bench.store.run("accounts.disable", input, as: bench.golestan) } == ["not-found"])
      for name in ["end-sessions", "reset-password"] {
        let call = { try bench.store.run("accounts.\(name)", .record(["staff": staff]), as: bench.golestan) }
        #expect(try bench.refusal(call) == ["not-found"])
      }
      #expect(try bench.refusal { try bench.assign(to: staff, as: bench.golestan) } == ["not-found"])
    }
    #expect(try bench.refusal { try bench.store.run("accounts.end-post", .record(["post": 1]), as: bench.golestan) } == ["not-found"])
    #expect(try bench.refusal { try bench.assign(in: "IR-12", as: bench.golestan) } == ["not-found"])
    try bench.assign(as: bench.golestan)
  }

  @Test func `national posts are the national office's to give`() throws {
    try bench.create()
    for role: Value in ["national.admin", "auditor", "national.observer"] {
      let refused = try rule { try bench.assign(role, as: bench.golestan) }
      #expect(refused.id == "accounts.post-reach" && refused.codes == ["accounts.national-post"])
    }
    #expect(
      try rule { try bench.assign(in: .null, as: bench.golestan) }.codes
        == ["accounts.national-post", "accounts.province-missing"])
  }

  @Test func `a nationwide post is not given to an account that a province keeps`() throws {
    try bench.create()
    #expect(try rule { try bench.assign("auditor", in: .null) }.codes == ["accounts.provincial-account"])
    try bench.create("national.one", in: .null)
    try bench.assign("auditor", to: 2, in: .null)
  }

  @Test func `the last administrator of the nation stays, and one whose post has an end set already is no other`() throws {
    for name: Value in ["national.one", "national.two"] { try bench.create(name, in: .null) }
    try bench.assign("national.admin", to: 1, in: .null)
    func end(_ post: Value, until: Value = .null) throws -> [String] {
      try bench.refusal { try bench.store.run("accounts.end-post", .record(["post": post, "until": until]), as: bench.nation) }
    }
    func close(_ staff: Value) throws -> [String] {
      try bench.refusal { try bench.store.run("accounts.disable", .record(["staff": staff, "reason": "آزمون"]), as: bench.nation) }
    }
    #expect(try end(1) == ["accounts.last-administrator"] && close(1) == ["accounts.last-administrator"])
    #expect(try end(1, until: "1499/01/01") == ["accounts.last-administrator"])
    try bench.assign("national.admin", to: 2, in: .null, until: "1499/01/01")
    #expect(try end(1) == ["accounts.last-administrator"])
    try bench.assign("national.admin", to: 2, in: .null)
    #expect(try end(1) == ["accounts.last-administrator"], "the other waits for a second hand")
    for row: Value in [2, 3] {
      try bench.store.run(
        "accounts.confirm-post", .record(["confirmation": row]), as: .test(.nationalAdmin, in: nil, number: 905))
    }
    #expect(try end(1) == [])
    #expect(try end(2) == [], "it has an end already")
    #expect(try end(3) == ["accounts.last-administrator"] && close(2) == ["accounts.last-administrator"])
  }

  @Test func `a post needs a role that exists, its province, and for a county officer the county`() throws {
    try bench.create()
    #expect(try rule { try bench.assign("janitor") }.codes == ["accounts.unknown-role"])
    #expect(try rule { try bench.assign(in: .null) }.codes == ["accounts.province-missing"])
    #expect(try rule { try bench.assign("county.officer") }.codes == ["accounts.county-missing"])
    #expect(try bench.refusal { try bench.assign("county.officer", county: 1) } == ["/countyregions.county-elsewhere"])
    #expect(try bench.refusal { try bench.assign("county.officer", county: 7) } == ["not-found"])
    try bench.assign("county.officer", county: 2)
  }

  @Test func `nobody gives a post to themselves or closes their own account`() throws {
    try bench.create()
    let oneself = Principal.test(.provincialAdmin, in: "IR-27", number: 1)
    #expect(try rule { try bench.assign("prevention.deputy", as: oneself) }.codes == ["accounts.own-account"])
    let close = Value.record(["staff": 1, "reason": "س"])
    #expect(try bench.refusal { try bench.store.run("accounts.disable", close, as: oneself) } == ["accounts.own-account"])
  }

  @Test func `an officer administers nobody`() throws {
    let officer = Principal.test(.preventionOfficer, in: "IR-27", number: 4)
    #expect(try bench.refusal { try bench.create(as: officer) } == ["permission.missing"])
    #expect(try bench.refusal { try bench.store.ask("accounts.staff", as: officer) } == ["permission.missing"])
  }
}
