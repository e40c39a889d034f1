import Feature
import Jalali
import Ledger
import Persian
import Testing
import Values

@testable import Engine
@testable import Host

/// An organisation with exactly one person in each post, from an empty store in production to a renewed agreement, an approved
/// measurement and a settled course; the deputy who decides on the year is away for a month.
@Suite struct OnePersonStory {
  private let store: StoryStore
  private let road: Road
  private let admin: Caller

  init() throws {
    store = try StoryStore(on: try Road.firstDay())
    admin = try store.admin()
    let second = try admin.perform("accounts.create-staff", .record(["userName": "admin.two", "fullName": "مدیر دوم"]))
    try admin.perform("accounts.assign-post", .record(["staff": second["id"] ?? .null, "role": "national.admin"]))
    road = try Road(store, try Province(parsing: "IR-27"), county: WalkedRoad.county())
    try store.confirmPosts(as: "admin.two", second["id"]?.integer ?? 0)
  }

  /// A colleague with the posts that the accounts desk knows of today.
  private func colleague(_ user: String) throws -> Principal {
    let row = try #require(try admin.rows("accounts.staff").first { $0["userName"]?.string == user }?["id"]?.integer)
    let plain = Principal(id: "u\(row)", staff: row, name: user, grants: [], session: "story")
    let desk = try store.runtime.registry.contracts.provider(of: (any Authenticator).self)
    return try #require(try store.runtime.snapshot(try store.runtime.openReader()) { try desk.renewed(plain, in: $0) })
  }

  @Test func `comes to a renewed agreement, an approved measurement and a settled course`() throws {
    #expect(store.runtime.folder.environment == .production)
    for stretch in [road.mobilise, road.form, road.train, road.act, road.ripen, road.license, road.openBase] { try stretch() }
    try store.pass(to: try JalaliDay(1404, 11, 15))
    try road.base.work(6, agreement: road.agreement, on: store.runtime.clock.day)
    try road.cast.play(
      "director", "accounts.name-acting",
      [
        "staff": "golestan.prevention.deputy", "acting": "golestan.social.deputy", "from": "1404/11/20", "until": "1404/12/19",
        "letter": "۴۱۲",
      ])
    try store.pass(to: try JalaliDay(1404, 12, 10))
    let deputy = try colleague("golestan.prevention.deputy")
    let acting = try colleague("golestan.social.deputy")
    #expect(acting.identities == [acting.id, deputy.id])
    try Caller(store.runtime, principal: acting, channel: "story").perform(
      "healthbases.approve-year", .record(["agreement": road.agreement]))
    try road.turnOfTheYear()
    #expect(try colleague("golestan.social.deputy").identities == [acting.id], "the absence is over")
    try road.measure()

    try checkPosts()
    let outcomes = try admin.rows("healthbases.outcomes")
    #expect(outcomes.map { $0["kind"] } == ["renewed"])
    #expect(try admin.rows("monitoring.measurements").map { $0["state"] } == ["approved"])
    #expect(try admin.rows("training.settlements").count > 0)
    try checkSignature(of: deputy, by: acting)
    #expect(try store.verify().conclusion == .proven)
  }

  private func checkPosts() throws {
    let roles = try admin.rows("accounts.posts").compactMap { $0["role"]?.string }
    let counts = Dictionary(grouping: roles) { $0 }.mapValues(\.count)
    #expect(counts["national.admin"] == 2)
    #expect(counts.filter { $0.value != 1 }.keys.sorted() == ["national.admin"])
  }

  /// Both stand under the decision: in the ledger and where people read it.
  private func checkSignature(of deputy: Principal, by acting: Principal) throws {
    let shown = try road.cast.play("prevention.officer", "cases.show", ["code": road.agreement])
    let decision = try #require(shown["events"]?.items.first { $0["action"]?["code"] == "healthbases.approve-year" })
    #expect(decision["actor"] == .text(acting.id) && decision["role"] == .text("prevention.deputy/\(deputy.id)"))
    #expect(decision["roleLabel"]?["fa"]?.string?.contains("از طرف معاون پیشگیری گلستان") == true)
  }
}
