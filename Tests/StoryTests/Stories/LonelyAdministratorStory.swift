import Contracts
import Feature
import Testing
import Values

@testable import Engine
@testable import Host

/// One administrator of a province tries to become every hand of it: each road ends in a refusal.
@Suite struct LonelyAdministratorStory {
  private let store: StoryStore
  private let cast: Cast
  /// The administrator, with what the accounts desk gives them.
  private let lonely: Caller
  private let own = "golestan.admin"

  init() throws {
    store = try StoryStore(on: try Road.firstDay())
    let admin = try store.admin()
    let county = try admin.perform("regions.add-county", .record(["province": "IR-27", "name": "گرگان", "statisticalCode": "2705"]))
    cast = try Cast(try Province(parsing: "IR-27"), installer: admin, county: county["id"]?.integer ?? 0)
    let secret = try #require(cast.secrets.first { $0.user == "golestan.admin" }?.secret)
    lonely = try LonelyAdministratorStory.signIn("golestan.admin", secret, store)
  }

  private static func signIn(_ user: String, _ secret: String, _ store: StoryStore) throws -> Caller {
    let nobody = try Caller(store.runtime, principal: .nobody, channel: "story")
    let token = try nobody.perform("accounts.login", .record(["user": .text(user), "password": .text(secret)]))["token"]?.string
    return try Caller(store.runtime, principal: try store.runtime.identify(token, reader: store.runtime.openReader()), channel: "story")
  }

  /// What whoever was handed a one-time secret does first.
  private func arrive(_ user: String, _ staff: Int64, _ given: Value?) throws -> Caller {
    let secret = try store.runtime.changeSecret(try #require(given?.string), of: staff, channel: "story")
    return try LonelyAdministratorStory.signIn(user, secret, store)
  }

  /// An account for nobody but the administrator.
  private func straw(_ user: String) throws -> (staff: Int64, caller: Caller) {
    let made = try lonely.perform(
      "accounts.create-staff", .record(["userName": .text(user), "fullName": "همکار ساختگی", "province": "IR-27"]))
    let staff = try #require(made["id"]?.integer)
    return (staff, try arrive(user, staff, made["oneTimeSecret"]))
  }

  private func assign(_ role: String, to staff: Value, from: Value = .null) throws {
    let county: Value = role == "county.officer" ? 1 : .null
    try lonely.perform(
      "accounts.assign-post", .record(["staff": staff, "role": .text(role), "province": "IR-27", "county": county, "from": from]))
  }

  private func number(of user: String) throws -> Value {
    try #require(try store.admin().rows("accounts.staff").first { $0["userName"]?.string == user }?["id"])
  }

  private func confirm(_ row: Value, as caller: Caller, dryRun: Bool = false) throws {
    try caller.perform("accounts.confirm-post", .record(["confirmation": row]), dryRun: dryRun)
  }

  /// The codes with which a call is refused; empty when it is not.
  private func refusal(_ body: () throws -> Void) throws -> [String] {
    do {
      try body()
      return []
    } catch let refusal as Refusal {
      return refusal.faults.isEmpty || refusal.kind == .conflict ? [refusal.code] : refusal.faults.map(\.code)
    }
  }

  /// The newest proposal.
  private func waiting() throws -> Value {
    try #require(try store.admin().rows("accounts.post-confirmations", [.init("state", "proposed")]).last?["id"])
  }

  /// Of a province, and decide.
  private var deciding: [String] {
    get throws {
      let roles = try store.runtime.registry.contracts.provider(of: (any DeclarationIndex).self).decidingRoles
      return Role.all.map(\.id).filter { roles.contains($0) && !["national.admin", "national.observer", "auditor"].contains($0) }
    }
  }

  @Test func `the first road, to give oneself the post`() throws {
    for role in try deciding {
      #expect(try refusal { try assign(role, to: number(of: own)) } == ["accounts.own-account"], "\(role)")
    }
  }

  @Test func `the second road, a straw person with the post`() throws {
    let (staff, straw) = try straw("straw.person")
    #expect(try deciding.count > 6)
    for role in try deciding {
      try assign(role, to: .int(staff))
      let row = try waiting()
      for dryRun in [false, true] {
        #expect(try refusal { try confirm(row, as: lonely, dryRun: dryRun) } == ["accounts.own-proposal"], "\(role)")
        #expect(try refusal { try confirm(row, as: straw, dryRun: dryRun) } == ["permission.missing"], "\(role)")
      }
    }
    #expect(try renewed(staff).grants.isEmpty)
  }

  private func renewed(_ staff: Int64) throws -> Principal {
    let plain = Principal(id: "u\(staff)", staff: staff, name: "", grants: [], session: "story")
    let desk = try store.runtime.registry.contracts.provider(of: (any Authenticator).self)
    return try #require(try store.runtime.snapshot(try store.runtime.openReader()) { try desk.renewed(plain, in: $0) })
  }

  @Test func `the third road, the deputy's account by a new secret`() throws {
    let deputy = try number(of: "golestan.prevention.deputy")
    let given = try lonely.perform("accounts.reset-password", .record(["staff": deputy]))["oneTimeSecret"]
    let staff = try #require(deputy.integer)
    let taken = try arrive("golestan.prevention.deputy", staff, given)
    let deeds: [(String, Value)] = [
      ("groups.declare-mature", .record(["group": "GR-27-1404-0001"])), ("healthbases.approve-year", .record(["agreement": 1])),
      ("institutes.approve-file", .record(["institute": 1])), ("monitoring.approve", .record(["measurement": 1])),
      (
        "accounts.name-acting",
        .record(["staff": deputy, "acting": try number(of: own), "from": "1404/03/02", "until": "1404/03/09", "letter": "۱"])
      ),
    ]
    for (deed, input) in deeds {
      #expect(try refusal { try taken.perform(deed, input) } == ["accounts.reset-unconfirmed"], "\(deed)")
    }
    let confirm = Value.record(["staff": deputy])
    #expect(try refusal { try taken.perform("accounts.confirm-password", confirm) } == ["accounts.confirm-own"])
    #expect(try refusal { try lonely.perform("accounts.confirm-password", confirm) } == ["accounts.confirm-own-reset"])
    try store.admin().perform("accounts.confirm-password", confirm)
    #expect(try renewed(staff).duty == nil, "the nation may, once it has asked the deputy")
  }

  @Test func `the fourth road, the director's account to confirm what one proposed`() throws {
    let (staff, _) = try straw("straw.person")
    try assign("prevention.deputy", to: .int(staff))
    let director = try number(of: "golestan.director")
    let given = try lonely.perform("accounts.reset-password", .record(["staff": director]))["oneTimeSecret"]
    let taken = try arrive("golestan.director", try #require(director.integer), given)
    #expect(try refusal { try confirm(try waiting(), as: taken) } == ["accounts.reset-unconfirmed"])
  }

  @Test func `the fifth road, to act for the deputy`() throws {
    let (staff, _) = try straw("straw.person")
    for acting in [try number(of: own), .int(staff)] {
      let input = Value.record([
        "staff": try number(of: "golestan.prevention.deputy"), "acting": acting, "from": "1404/03/02", "until": "1404/03/09", "letter": "۱",
      ])
      #expect(try refusal { try lonely.perform("accounts.name-acting", input) } == ["accounts.acting-not-entitled"])
    }
  }

  @Test func `the sixth road, a second administrator who is oneself`() throws {
    let (staff, straw) = try straw("straw.person")
    try assign("provincial.admin", to: .int(staff))
    #expect(try refusal { try confirm(try waiting(), as: straw) } == ["permission.missing"])
    // The absent one names who acts, which gives a straw person the post of an administrator for a week.
    try lonely.perform(
      "accounts.name-acting",
      .record(["staff": try number(of: own), "acting": .int(staff), "from": "1404/03/01", "until": "1404/03/08", "letter": "۱"]))
    let acting = try Caller(store.runtime, principal: try renewed(staff), channel: "story")
    let second = try self.straw("straw.second").staff
    try assign("prevention.deputy", to: .int(second))
    #expect(try refusal { try confirm(try waiting(), as: acting) } == ["accounts.own-proposal"])
    try acting.perform("accounts.assign-post", .record(["staff": .int(second), "role": "social.deputy", "province": "IR-27"]))
    #expect(try refusal { try confirm(try waiting(), as: lonely) } == ["accounts.own-proposal"])
    #expect(try renewed(second).grants.isEmpty)
  }

  @Test func `the seventh road, a post that was held already`() throws {
    let (staff, _) = try straw("straw.person")
    for role in try deciding + ["facilitator"] {
      #expect(try refusal { try assign(role, to: .int(staff), from: "1404/02/20") } == ["accounts.post-backdated"], "\(role)")
    }
  }
}
