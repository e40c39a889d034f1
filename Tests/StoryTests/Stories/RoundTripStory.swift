import Feature
import Jalali
import Ledger
import Persian
import TestKit
import Testing
import Values

@testable import Engine
@testable import Host

/// Every list as a sheet: what people enter goes out, comes into an empty store of the same province, and goes out the same.
@Suite struct RoundTripStory {
  /// What is entered, in the order in which one rests on the other: the list, the action that takes its sheet, and what is
  /// the same in every row because no list shows it.
  private static let entered: [(list: String, action: String, given: [String])] = [
    ("regions.counties", "regions.add-county", []), ("regions.neighbourhoods", "regions.add-neighbourhood", []),
    ("regions.populations", "regions.record-population", []), ("regions.closures", "regions.order-closure", []),
    ("configuration.switches", "configuration.switch-module", []), ("configuration.settings", "configuration.set-parameter", []),
    ("people.list", "people.register", ["idKind=none", "idReason=فهرست شناسه ندارد", "consentedOn=1404/03/01"]),
    ("mobilisation.volunteers", "mobilisation.register-volunteer", []),
    ("mobilisation.key-persons", "mobilisation.name-key-person", []), ("mobilisation.needs", "mobilisation.record-need", []),
    ("mobilisation.rankings", "mobilisation.start-ranking", []), ("training.templates", "training.define-template", []),
    ("regions.residents", "regions.record-residents", []),
  ]
  /// What is made one by one, with a secret that is told once.
  private static let oneByOne: Set<String> = [
    "accounts.staff", "accounts.posts", "accounts.absences", "accounts.leaves", "accounts.post-confirmations",
  ]
  /// What came of decisions and days: a sheet of it is no way into a store.
  private static let decided: Set<String> = [
    "documents.list", "deadlines.list", "deadlines.stops", "enquiries.list", "mobilisation.clinics", "mobilisation.gatherings",
    "training.courses", "training.enrolments", "training.attendance", "training.certificates", "training.settlements",
    "groups.facilitators", "groups.groups", "groups.members", "groups.offices", "groups.projects", "groups.activities",
    "groups.assessments", "objections.list", "objections.hand-overs", "objections.pending-hand-overs",
    "institutes.institutes", "institutes.members", "institutes.licences", "institutes.register", "healthbases.bases",
    "healthbases.agreements", "healthbases.activities", "healthbases.outcomes", "monitoring.measurements", "monitoring.drilldown",
    "monitoring.places", "configuration.changes",
  ]

  private let from: StoryStore
  private let into: StoryStore

  init() throws {
    let walked = try WalkedRoad.golestan.get().store
    from = try StoryStore(copying: walked)
    // Codes bear their year: it must be that in which the rows were entered.
    into = try StoryStore(on: try JalaliDay(1404, 12, 1))
  }

  /// Somebody with every post of the nation or the province that may be needed, with an account of their own.
  private func caller(_ store: StoryStore) throws -> Principal {
    let roles = ["national.admin", "national.observer"].map { Principal.Grant(role: $0, scope: .nation) }
    let posts = ["prevention.officer", "rehabilitation.deputy", "facilitator"].map { Principal.Grant(role: $0, scope: .province("IR-27")) }
    return Principal(id: "system.install", staff: nil, name: "story", grants: roles + posts, session: "story")
  }

  private func context(_ store: StoryStore) throws -> CallContext {
    CallContext(
      principal: try caller(store), origin: LedgerOrigin(channel: "test", host: "test", session: ""), request: "story")
  }

  private func exported(_ list: String, from store: StoryStore) throws -> String {
    let command = try #require(store.runtime.registry.command(list))
    var text = ""
    try ListExport(command, filters: .object([]), as: .csv(.jalali), showsSecrets: true).run(
      store.runtime, context(store), reader: store.runtime.openReader()
    ) { page, _ in text += page.withBytes { String(decoding: $0, as: UTF8.self) } }
    return text
  }

  /// The columns that the action takes, references by their codes.
  private func entered(_ text: String, _ action: Command) throws -> [[String]] {
    let sheet = try Sheet(Array(text.utf8))
    let titles = Set(sheet.columns.map(\.title))
    let names = Set(action.fields.map { titles.contains($0.name + "Code") ? $0.name + "Code" : $0.name })
    let places = sheet.columns.filter { names.contains($0.title) }.map(\.place)
    return sheet.rows.map { row in places.map { $0 < row.cells.count ? row.cells[$0] : "" } }
  }

  private static func inOrder(_ sheet: String) -> String {
    let lines = sheet.split(separator: "\r\n")
    func number(_ line: Substring) -> Int { Int(line.prefix { $0 != "," }) ?? 0 }
    return (lines.prefix(1) + lines.dropFirst().sorted { number($0) < number($1) }).joined(separator: "\r\n") + "\r\n"
  }

  @Test func `every list is one that is entered, made one by one, or decided`() {
    let lists = Set(from.runtime.registry.commands.filter { $0.kind == .list }.map(\.spec.id))
    let known = Set(Self.entered.map(\.list)).union(Self.oneByOne).union(Self.decided)
    #expect(lists.symmetricDifference(known).sorted() == [])
    for list in Self.oneByOne.compactMap({ from.runtime.registry.command($0) }) { #expect(list.kind == .list) }
  }

  @Test func `a code that stands for somebody else here is refused, row by row`() throws {
    // By their family names, as the list has them: other people get their codes.
    for (list, action, given) in Self.entered.prefix(8) {
      let command = try #require(into.runtime.registry.command(action))
      let options = SheetOptions(given: try given.map(SheetOptions.giving), skipsRefused: true)
      let sheet = try Sheet(Array(exported(list, from: from).utf8))
      let report = try SheetImport(command: command, sheet: sheet, options: options).run(into.runtime, context(into))
      guard list == "mobilisation.volunteers" else { continue }
      #expect(!report.refused.isEmpty && report.refused.allSatisfy { $0.refusal.faults.first?.code == "import.other-thing" })
      #expect(report.causes.first?.texts.fa.contains("اینجا") == true)
    }
  }

  @Test func `what is entered goes out, comes into an empty store, and goes out the same`() throws {
    for (list, action, given) in Self.entered {
      // In the order in which they were entered, so that they are given the same codes.
      let sheet = try Self.inOrder(exported(list, from: from))
      let command = try #require(into.runtime.registry.command(action))
      // The census and the configuration of the house are in every store from its first day.
      let options = SheetOptions(given: try given.map(SheetOptions.giving), skipsRefused: true)
      let bring = try SheetImport(command: command, sheet: Sheet(Array(sheet.utf8)), options: options)
      let report = try bring.run(into.runtime, context(into))
      let there = report.refused.filter {
        $0.refusal.code == "conflict.exists" || $0.refusal.faults.contains { $0.code == "conflict.exists" }
      }
      #expect(report.refused.count == there.count, "\(list): \(report.causes.prefix(3))")
      let back = try Self.inOrder(exported(list, from: into))
      // What was said of the configuration is said twice now.
      let isSaid = list.hasPrefix("configuration.")
      let out = try entered(sheet, command)
      let rows = try entered(back, command)
      let isSame = isSaid ? Set(out) == Set(rows) && rows.count == out.count * 2 : out == rows
      #expect(
        isSame && !out.isEmpty || list == "regions.closures",
        "\(list): \(out.count) and \(rows.count), \(zip(out, rows).first { $0 != $1 } as Any)")
    }
    #expect(try into.verify().faultCount == 0)
  }
}
