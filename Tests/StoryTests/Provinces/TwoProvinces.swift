import Contracts
import Jalali
import Ledger
import Persian
@testable import Engine
import Feature
import Store
import Testing
import Values

@testable import Groups
@testable import HealthBases
@testable import Institutes
@testable import Mobilisation
@testable import Training
@testable import Host

/// Two stores with the same past in Golestan on the same day: one knows nothing else, in the other Kurdistan has lived
/// the same road.
final class TwoProvinces: Sendable {
  let alone: StoryStore
  let both: StoryStore
  /// Rows of Kurdistan by the ledger name of their kind, in the second store.
  let foreign: [String: [Known]]
  /// Rows of Golestan, in both.
  let own: [String: [Known]]

  struct Known: Sendable {
    let row: Int64
    let code: String?
  }

  static let shared = Result { try TwoProvinces() }

  private init() throws {
    let walked = try WalkedRoad.golestan.get()
    alone = try StoryStore(copying: walked.store)
    both = try StoryStore(copying: walked.store)
    let road = try Road(both, try Province(parsing: "IR-12"), county: ("1204", "سنندج"), seed: 12)
    for stretch in [road.mobilise, road.form, road.train, road.act, road.ripen, road.license, road.openBase] {
      try stretch()
    }
    try TwoProvinces.objected(road)
    try TwoProvinces.absent(road)
    try road.base.work(3, agreement: road.agreement, on: both.runtime.clock.day)
    try road.measure()
    let clinic = try TwoProvinces.rows(of: "IR-12", in: both.runtime)["mobilisation.clinic"]?.first?.code
    try road.cast.play("social.deputy", "mobilisation.end-scheme", ["clinic": .text(clinic ?? ""), "reason": "پایان قرارداد"])
    try TwoProvinces.decide(against: "IR-12", in: both.runtime)
    try Caller(both.runtime, principal: .installer, channel: "story").perform(
      "configuration.set-parameter",
      .record([
        "rule": "training.completion", "parameter": "minimumShare", "value": "80", "province": "IR-12", "source": "دستور استان",
      ]))
    try alone.pass(to: both.runtime.clock.day)
    foreign = try TwoProvinces.rows(of: "IR-12", in: both.runtime)
    own = try TwoProvinces.rows(of: "IR-27", in: both.runtime)
  }

  /// What is decided against somebody, which the road does not come to.
  private static func decide(against province: String, in runtime: Runtime) throws {
    let promise = Promise<Result<ActionResult, any Error>>()
    let context = CallContext(principal: .installer, origin: .init(channel: "story", host: "", session: ""), request: "objection")
    try runtime.performUnit(act: "healthbases.story", module: "healthbases", day: runtime.clock.day, context) { core in
      let work = Transaction(core)
      let place = try Province(parsing: province)
      guard let row = try work.first(Agreement.self, "province = ?", place), let group = try work.first(Group.self, "province = ?", place),
        let clinic = try work.first(Clinic.self, "province = ?", place), let other = try work.first(Group.self, "id <> ?", group.id),
        let certificate = try work.first(Certificate.self, "province = ?", place)
      else { return .null }
      let outcome = try work.insert(
        AgreementOutcome(
          province: row.province, county: row.county, agreement: row.id, year: row.ends.year + 1, kind: .lapsed, reasons: [],
          settledOn: work.day))
      try work.insert(
        Overturned(province: place, county: row.county, agreement: row.id, outcome: outcome.id, overturnedOn: work.day))
      try work.insert(
        BaseSuspension(province: place, county: row.county, base: row.base, suspendedOn: work.day, resumedOn: work.day))
      try work.insert(
        Sanction(
          province: place, county: row.county, institute: row.institute, kind: .suspension, decidedOn: work.day, formerState: .licensed))
      try work.insert(
        Dissolution(province: place, county: group.county, groupID: group.id, dissolvedOn: work.day, formerState: group.state))
      try work.insert(
        Regression(
          province: place, county: group.county, groupID: group.id, regressedOn: work.day, former: .trained, target: .formed))
      try work.insert(
        Merger(
          province: place, county: group.county, groupID: group.id, survivor: other.id, mergedOn: work.day, former: group.state))
      try work.insert(Revocation(province: place, certificate: certificate.id, revokedOn: work.day))
      try work.insert(
        TerminationGap(province: place, county: row.county, agreement: row.id, since: work.day, resumedOn: work.day))
      try work.insert(Rejection(province: place, clinic: clinic.id, rejectedOn: work.day))
      try work.insert(
        RenewalSignature(province: row.province, county: row.county, agreement: row.id, askedOn: work.day, dueOn: work.day))
      try work.insert(UndecidedYear(province: row.province, county: row.county, agreement: row.id, openedOn: work.day))
      return .null
    } reply: {
      promise.fulfill($0)
    }
    _ = try promise.wait().get()
  }

  /// A request that was refused and objected to, which lies beside the road.
  private static func objected(_ road: Road) throws {
    let group =
      try road.cast.play(
        "county.officer", "groups.request",
        [
          "kind": "selfHelp", "name": "گروه دوم", "neighbourhood": .text(road.quarter.code),
          "applicant": .text(road.quarter.people.first ?? ""),
        ])["code"] ?? .null
    try road.cast.play("prevention.officer", "groups.refuse-request", ["group": group, "reason": "محله گروه دارد"])
    try road.cast.play(
      "county.officer", "objections.hand-over",
      ["object": group, "manner": "inPerson", "recipient": "متقاضی", "proof": "شناسنامه"])
    try road.cast.play("county.officer", "groups.object", ["group": group, "grounds": "کار آن‌ها دیگر است", "channel": "counter"])
  }

  /// A deputy who is away, beside the road too.
  private static func absent(_ road: Road) throws {
    let (user, today) = (road.cast.province.en.lowercased(), road.store.runtime.clock.day)
    try road.cast.play(
      "director", "accounts.name-acting",
      [
        "staff": .text("\(user).social.deputy"), "acting": .text("\(user).prevention.deputy"), "from": .text(today.text),
        "until": .text(today.adding(days: 9).text), "letter": "۱۲",
      ])
    try road.cast.play(
      "director", "accounts.report-absence",
      ["staff": .text("\(user).social.deputy"), "from": .text(today.text), "until": .text(today.adding(days: 9).text)])
    // Somebody is at work.
    let (name, secret) = (road.cast.secrets.first?.user ?? "", road.cast.secrets.first?.secret ?? "")
    try Caller(road.store.runtime, principal: .nobody, channel: "story").perform(
      "accounts.login", .record(["user": .text(name), "password": .text(secret)]))
  }

  static func rows(of province: String, in runtime: Runtime) throws -> [String: [Known]] {
    let connection = try Connection(path: runtime.folder.database, mode: .reader)
    var found: [String: [Known]] = [:]
    for sheet in runtime.registry.tables.all where sheet.columns.contains(where: { $0.name == "province" }) {
      let code = sheet.columns.contains { $0.name == "code" } ? "code" : "NULL"
      let rows = try connection.privileged(text: "SELECT id, \(code) FROM \(sheet.table.name) WHERE province=? ORDER BY id")
        .bind([.text(province)]).all()
      found[sheet.entity.object] = rows.compactMap { row in row[0].integer.map { Known(row: $0, code: row[1].string) } }
    }
    // A session lies where its owner's account does.
    found["accounts.session"] = try connection.privileged(
      text: "SELECT s.id FROM accounts_session s JOIN accounts_staff f ON f.id = s.staff WHERE f.province=? ORDER BY s.id"
    ).bind([.text(province)]).all().compactMap { row in row[0].integer.map { Known(row: $0, code: nil) } }
    return found
  }

  /// Whoever works in Golestan, once for each post that is held in a province.
  static let staff: [Colleague] = Role.all.filter { !["national.admin", "national.observer", "auditor"].contains($0.id) }
    .enumerated().map { index, role in
      let scope: Scope = role == .countyOfficer ? .county("IR-27", 1) : .province("IR-27")
      let number = Int64(900 + index)
      return Colleague(
        principal: Principal(
          id: "u\(number)", staff: number, name: role.id, grants: [.init(role: role.id, scope: scope)], session: "story"))
    }

  /// Counties and census populations are public, as provinces are: everybody sees all of them.
  static let open: Set<String> = ["regions.counties", "regions.populations"]

  static func isCounty(_ field: Field) -> Bool {
    if case .reference("regions.county", _) = field.kind { true } else { false }
  }

  /// Somewhere to point to: the first or the last row of a kind, by row or by code.
  func pointer(to rows: [String: [Known]], _ province: String, first: Bool, byCode: Bool) -> Prober.Pointer {
    Prober.Pointer(
      row: { object in
        guard let all = rows[object], let known = first ? all.first : all.last else { return nil }
        return byCode ? .text(known.code ?? String(known.row)) : .int(known.row)
      }, province: province)
  }

  /// Rows and codes that look like Kurdistan's and never were.
  func nowhere(byCode: Bool) -> Prober.Pointer {
    Prober.Pointer(
      row: { [foreign] object in
        guard let known = foreign[object]?.last else { return nil }
        return byCode ? .text(known.code.map { $0.dropLast(4) + "9999" } ?? "987654") : .int(987_654)
      }, province: "IR-23")
  }

  func probes(_ principal: Principal, _ kinds: Set<Command.Kind>) -> [Probe] {
    var found: [Probe] = []
    for command in both.runtime.registry.commands
    where kinds.contains(command.kind) && !TwoProvinces.open.contains(command.spec.id)
      && principal.scope(for: command.spec.permission) != nil
    {
      for (first, byCode) in [(true, false), (false, true)] {
        let prober = Prober(
          command: command, own: pointer(to: own, "IR-27", first: first, byCode: byCode),
          foreign: pointer(to: foreign, "IR-12", first: first, byCode: byCode), nowhere: nowhere(byCode: byCode))
        found += prober.probes()
      }
    }
    return found
  }

  /// Whether a text shows anything of Kurdistan's: a code, or the name of one of its neighbourhoods.
  static func shows(_ text: String) -> Bool {
    let names = (DemoNames.neighbourhoods["IR-12"] ?? []).prefix(2)
    return text.contains("\"IR-12\"") || text.contains(/[A-Z]{2}-12-1[34][0-9][0-9]-/) || names.contains { text.contains($0) }
  }
}

/// Somebody on the staff of Golestan; tests show the post.
struct Colleague: Sendable, CustomTestStringConvertible {
  let principal: Principal
  var testDescription: String { principal.name }
}
