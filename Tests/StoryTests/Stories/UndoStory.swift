import Feature
import Ledger
import Persian
import TestKit
import Testing
import Values

@testable import Engine
@testable import Host

/// Sheets of the real modules that are brought and taken back, on a store with a walked road.
@Suite struct UndoStory {
  private let store: StoryStore
  private let officer: Principal
  private let group: String

  /// A neighbourhood with a group that was just formed.
  private static let formed = Result {
    let store = try StoryStore(on: try Road.firstDay())
    let road = try Road(store, try Province(parsing: "IR-27"), county: WalkedRoad.county())
    try road.mobilise()
    try road.form()
    return (store: store, group: road.band.code)
  }

  init() throws {
    let formed = try Self.formed.get()
    store = try StoryStore(copying: formed.store)
    group = formed.group
    let number = try #require(
      store.runtime.folder.rows("SELECT id FROM accounts_staff WHERE user_name='golestan.prevention.officer'").first?.first?.integer)
    officer = Principal(
      id: "u\(number)", staff: number, name: "officer", grants: [.init(role: "prevention.officer", scope: .province("IR-27"))],
      session: "story")
  }

  private func context() -> CallContext {
    CallContext(
      principal: officer, origin: LedgerOrigin(channel: "test", host: "test", session: ""), request: "test", dryRun: false,
      idempotencyKey: nil)
  }

  @discardableResult
  private func bring(_ action: String, _ lines: [String]) throws -> Int64 {
    let command = try #require(store.runtime.registry.command(action))
    let sheet = try Sheet(Array((lines.joined(separator: "\n") + "\n").utf8))
    let report = try SheetImport(command: command, sheet: sheet).run(store.runtime, context())
    #expect(report.refused.isEmpty, "\(report.causes)")
    return try #require(report.batch)
  }

  @discardableResult
  private func perform(_ action: String, _ pairs: KeyValuePairs<String, Value>) throws -> Value {
    let command = try #require(store.runtime.registry.command(action))
    let input = try Field.conform(.record(pairs), to: command.fields, mode: .typed)
    guard command.kind == .action else {
      return try store.runtime.answer(command, input, context(), reader: store.runtime.openReader())
    }
    return try store.runtime.perform(command, input, context(), reader: store.runtime.openReader()).value
  }

  private func undo(_ batch: Int64) throws -> Value { try perform("imports.undo", ["batch": .int(batch), "reason": "فهرست دیگری بود"]) }

  private func refusal(_ body: () throws -> Value) -> Refusal? {
    do { _ = try body() } catch { return error as? Refusal }
    return nil
  }

  /// How many rows each table of the modules has.
  private func counts() throws -> [String: Int64] {
    let tables = store.runtime.registry.tables.all.map(\.table.name)
    return try Dictionary(
      uniqueKeysWithValues: tables.map { ($0, try store.runtime.folder.rows("SELECT count(*) FROM \($0)").first?.first?.integer ?? -1) })
  }

  private static func nationalID(_ serial: Int) -> String {
    let digits = Array(String(300_000_000 + serial * 7_919)).compactMap(\.wholeNumberValue)
    let rest = zip(digits, stride(from: 10, to: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 } % 11
    return digits.map(String.init).joined() + String(rest < 2 ? rest : 11 - rest)
  }

  private static let people =
    ["کد ملی,نام,نام خانوادگی,نام پدر,تاریخ تولد,باسواد,جنسیت,consentedOn"]
    + (0..<6).map { "\(nationalID($0)),نام\($0),خانوادهٔ\($0),پدر,1370/01/0\($0 + 1),بله,زن,1404/03/01" }

  private static var members: [String] { ["group,person"] }

  @Test func `people and members go again, each count is what it was, and the ledger proves it`() throws {
    let before = try counts()
    let people = try bring("people.register", Self.people)
    let between = try counts()
    let members = try bring("groups.admit-member", Self.members + (0..<6).map { "\(group),\(Self.nationalID($0))" })
    #expect(try counts()["groups_membership"] == (between["groups_membership"] ?? 0) + 6)
    let refused = try #require(refusal { try undo(people) })
    #expect(refused.code == "import.undo-rests" && refused.faults.count == 6, "\(refused.faults)")
    #expect(refused.faults.allSatisfy { $0.code == "import.rests" && $0.texts.en.contains("membership MB-") })
    #expect(try undo(members)["removed"] == 6)
    #expect(try counts() == between)
    #expect(try undo(people)["removed"] == 6)
    #expect(try counts() == before)
    #expect(try store.verify().faultCount == 0)
    #expect(try bring("people.register", Self.people) > members, "the same file may come again")
  }

  @Test func `members stay once one of them holds an office, and go when the office is gone with its sheet`() throws {
    try bring("people.register", Self.people)
    let members = try bring("groups.admit-member", Self.members + (0..<6).map { "\(group),\(Self.nationalID($0))" })
    let before = try counts()
    let office = try bring("groups.appoint", ["group,office,person", "\(group),سرگروه,\(Self.nationalID(3))"])
    let refused = try #require(refusal { try undo(members) })
    #expect(refused.faults.map(\.code) == ["import.rests"], "\(refused.faults)")
    #expect(refused.faults.first?.texts.en.contains("term of office AM-") == true && refused.faults.first?.texts.fa.contains("سمت") == true)
    #expect(try undo(office)["removed"] == 1)
    #expect(try counts() == before)
    #expect(try undo(members)["removed"] == 6)
    #expect(try store.verify().faultCount == 0)
  }

  @Test func `a decision of a sheet is not undone, and what was decided on its rows keeps them`() throws {
    try bring("people.register", Self.people)
    let members = try bring("groups.admit-member", Self.members + ["\(group),\(Self.nationalID(0))"])
    let decision = try bring("groups.suspend", ["group,reason", "\(group),آزمون"])
    #expect(refusal { try undo(decision) }?.faults.map(\.code) == ["import.decision"])
    let refused = try #require(refusal { try undo(members) })
    #expect(refused.faults.map(\.code) == ["import.decided-since"], "\(refused.faults)")
  }

  @Test func `what was corrected is as it was, what is guarded too`() throws {
    try bring("people.register", Self.people)
    func sheet(_ id: String) throws -> Value { try perform("people.show", ["person": .text(id)]) }
    let id = Self.nationalID(2)
    let before = try sheet(id)
    let correction = try bring(
      "people.correct", ["person,familyName,birth,mobile,isLiterate,reason", "\(id),تازه,1369/02/03,09121234567,خیر,شناسنامه"])
    #expect(try sheet(id)["familyName"] != before["familyName"])
    #expect(try undo(correction)["restored"] == 1)
    let after = try sheet(id)
    for field in ["familyName", "birth", "mobile", "isLiterate", "searchKey"] { #expect(after[field] == before[field], "\(field)") }
    #expect(try store.verify().faultCount == 0)
  }

  @Test func `what somebody only looked at stands in nobody's way, and what came since on a correction does`() throws {
    let people = try bring("people.register", Self.people)
    let correction = try bring("people.correct", ["person,familyName,reason", "\(Self.nationalID(1)),تازه,شناسنامه"])
    _ = try perform("people.show", ["person": .text(Self.nationalID(1))])
    try perform("groups.admit-member", ["group": .text(group), "person": .text(Self.nationalID(1))])
    #expect(refusal { try undo(correction) }?.faults.map(\.code) == ["import.rests"])
    try bring("groups.end-membership", ["group,person,cause,reason", "\(group),\(Self.nationalID(1)),moved,رفت"])
    #expect(refusal { try undo(people) }?.faults.contains { $0.code == "import.changed-since" } == true)
    // Another one, looked at only.
    let second = try bring("people.correct", ["person,familyName,reason", "\(Self.nationalID(2)),تازه,شناسنامه"])
    _ = try perform("people.show", ["person": .text(Self.nationalID(2))])
    #expect(try undo(second)["restored"] == 1)
  }

  @Test func `what one row made and changed at once goes as it came`() throws {
    let before = try counts()
    let sent = try bring(
      "enquiries.send", ["object,agency,letterNumber,letterDate", "\(group),police,۱۲/۴,1404/03/01"])
    #expect(try counts() != before)
    #expect(try undo(sent)["restored"] == 0)
    #expect(try counts() == before && store.verify().faultCount == 0)
  }

  @Test func `a gathering stays once a group was requested on its strength`() throws {
    let rows = try store.runtime.folder.rows("SELECT neighbourhood, gathering_on, applicant FROM groups_group WHERE code='\(group)'")
    let layout = try #require(store.runtime.registry.tables.layout(of: "mobilisation.gathering"))
    let index = try store.runtime.registry.contracts.provider(of: CaseIndex.self)
    let tied = index.kinds.filter { $0.links.contains { $0.object == layout.entity.object && !$0.isReference } }
    #expect(tied.map(\.object) == ["groups.group"] && rows.first?[1].integer != nil)
  }

  @Test func `a seat is somebody's who waits for it, and a figure rests on what it counted`() throws {
    let tables = store.runtime.registry.tables
    let evidence = try #require(tables.layout(of: "monitoring.evidence"))
    #expect(!evidence.table.isAudited && evidence.columns.contains { $0.naming("people.person") == .ledgerName })
    let enrolment = try #require(tables.layout(of: "training.enrolment"))
    #expect(enrolment.hasState && enrolment.columns.contains { $0.named == "training.course" })
  }
}
