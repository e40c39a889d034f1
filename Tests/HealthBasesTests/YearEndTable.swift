import Contracts
@testable import HealthBases
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

/// Sixty agreements over two ends of the year, with what becomes of each, worked out by hand.
///
/// 1403 is a leap year (30 Esfand), 1404 and 1405 are not. G is Golestan, where a term ends with the year: its window is open
/// until 1404/02/14 (a Sunday) and 1405/02/14 (a Monday). K is Khuzestan, where it is a full year: from 1403/02/01 to
/// 1404/01/31, whose window would close on 1404/03/14 and closes on the 17th, after two holidays and a Friday that is one
/// too; from 1403/12/30 to 1404/12/29; from 1403/12/29 to 1404/12/28; from 1403/06/31 to 1404/06/30, with its window until
/// 1404/08/14. The first two months before the day after the end are those of decision.
enum YearEndTable {
  /// Place, first day | what happens | outcome, first night, second day | reasons | the new agreement's first day.
  static let text = """
    G 1403/01/01 | + 1403/11/01 | renewed 1404/01/01 | | 1404/01/01
    G 1403/01/01 | + 1403/12/10 | renewed 1404/01/01 | | 1404/01/01
    G 1403/01/01 | + 1403/12/30 | renewed 1404/01/01 | | 1404/01/01
    G 1403/02/15 | + 1403/12/10 | renewed 1404/01/01 | | 1404/01/01
    G 1403/07/01 | + 1403/12/10 | renewed 1404/01/01 | | 1404/01/01
    G 1403/10/01 | + 1403/12/10 | renewed 1404/01/01 | | 1404/01/01
    G 1403/01/01 | | lapsed 1404/01/01 1404/02/15 | year-not-decided year-not-approved |
    G 1403/07/01 | | lapsed 1404/01/01 1404/02/15 | year-not-decided year-not-approved |
    G 1403/01/01 | - 1403/12/01 | lapsed 1404/01/01 | year-disapproved |
    G 1403/01/01 | - 1403/12/30 | lapsed 1404/01/01 | year-disapproved |
    G 1403/01/01 | + 1403/12/01, no 1403/12/05 | lapsed 1404/01/01 | year-disapproved |
    G 1403/01/01 | - 1403/12/01, yes 1403/12/30 | renewed 1404/01/01 | | 1404/01/01
    G 1403/01/01 | + 1403/11/05, no 1403/11/06, yes 1403/11/07 | renewed 1404/01/01 | | 1404/01/01
    G 1403/01/01 | + 1404/01/01 | renewed 1404/01/01 1404/01/02 | year-not-decided | 1404/01/01
    G 1403/01/01 | + 1404/01/25 | renewed 1404/01/01 1404/01/26 | year-not-decided | 1404/01/01
    G 1403/01/01 | + 1404/02/14 | renewed 1404/01/01 1404/02/15 | year-not-decided | 1404/01/01
    G 1403/01/01 | - 1404/01/25 | lapsed 1404/01/01 1404/01/26 | year-not-decided year-disapproved |
    G 1403/01/01 | - 1404/02/14 | lapsed 1404/01/01 1404/02/15 | year-not-decided year-disapproved |
    G 1403/01/01 | + 1404/01/25, no 1404/01/25 | lapsed 1404/01/01 1404/01/26 | year-not-decided year-disapproved |
    G 1403/01/01 | - 1404/01/25, yes 1404/01/25 | renewed 1404/01/01 1404/01/26 | year-not-decided | 1404/01/01
    G 1403/01/01 | + 1403/12/10, baseOff 1403/12/20, baseOn 1404/02/01, release 1404/02/05 | renewed 1404/01/01 1404/02/05 | base-suspended | 1404/02/05
    G 1403/01/01 | + 1403/12/10, baseOff 1403/12/20 | lapsed 1404/01/01 1405/01/01 | base-suspended not-released |
    G 1403/01/01 | baseOff 1403/12/01, baseOn 1403/12/20, + 1403/12/25 | renewed 1404/01/01 | | 1404/01/01
    G 1403/01/01 | + 1403/12/10, licenceOff 1403/12/20, licenceOn 1404/03/01, release 1404/03/01 | renewed 1404/01/01 1404/03/01 | not-licensed | 1404/03/01
    G 1403/01/01 | + 1403/12/10, licenceOff 1403/12/20 | lapsed 1404/01/01 1405/01/01 | not-licensed not-released |
    G 1403/01/01 | licenceOff 1403/12/01, licenceOn 1403/12/20, + 1403/12/25 | renewed 1404/01/01 | | 1404/01/01
    G 1403/01/01 | baseOff 1403/12/20 | lapsed 1404/01/01 1404/02/15 | year-not-decided base-suspended year-not-approved |
    G 1403/01/01 | baseOff 1403/12/20, + 1404/01/20, baseOn 1404/04/01, release 1404/04/02 | renewed 1404/01/01 1404/04/02 | base-suspended | 1404/04/02
    G 1403/01/01 | licenceOff 1403/12/20, + 1404/01/20, licenceOn 1404/01/20, release 1404/01/25 | renewed 1404/01/01 1404/01/25 | not-licensed | 1404/01/25
    G 1403/01/01 | baseOff 1403/12/20, + 1404/01/20 | lapsed 1404/01/01 1405/01/01 | base-suspended not-released |
    G 1403/01/01 | + 1404/01/20, baseOff 1404/01/20, baseOn 1404/02/20, release 1404/02/21 | renewed 1404/01/01 1404/02/21 | base-suspended | 1404/02/21
    G 1403/01/01 | end 1403/08/01 | lapsed 1404/01/01 | terminated year-not-approved |
    G 1403/01/01 | + 1403/11/10, end 1403/12/10 | lapsed 1404/01/01 | terminated |
    G 1403/01/01 | + 1403/12/10, baseOff 1403/12/20, baseOn 1404/12/20, release 1404/12/29 | renewed 1404/01/01 1404/12/29 | base-suspended | 1404/12/29
    G 1404/01/01 | + 1404/11/01 | renewed 1405/01/01 | | 1405/01/01
    G 1404/01/01 | + 1404/12/29 | renewed 1405/01/01 | | 1405/01/01
    G 1404/05/10 | + 1404/12/10 | renewed 1405/01/01 | | 1405/01/01
    G 1404/10/01 | + 1404/12/29 | renewed 1405/01/01 | | 1405/01/01
    G 1404/01/01 | | lapsed 1405/01/01 1405/02/15 | year-not-decided year-not-approved |
    G 1404/01/01 | - 1404/11/01 | lapsed 1405/01/01 | year-disapproved |
    G 1404/01/01 | + 1405/01/01 | renewed 1405/01/01 1405/01/02 | year-not-decided | 1405/01/01
    G 1404/01/01 | + 1405/02/14 | renewed 1405/01/01 1405/02/15 | year-not-decided | 1405/01/01
    G 1404/01/01 | - 1405/02/14 | lapsed 1405/01/01 1405/02/15 | year-not-decided year-disapproved |
    G 1404/01/01 | + 1404/12/10, baseOff 1404/12/20, baseOn 1405/01/20, release 1405/01/20 | renewed 1405/01/01 1405/01/20 | base-suspended | 1405/01/20
    G 1404/01/01 | + 1404/12/10, licenceOff 1404/12/20 | held 1405/01/01 | not-licensed |
    G 1404/01/01 | end 1404/09/01 | lapsed 1405/01/01 | terminated year-not-approved |
    G 1404/01/01 | licenceOff 1404/12/20 | lapsed 1405/01/01 1405/02/15 | year-not-decided not-licensed year-not-approved |
    G 1404/01/01 | - 1405/02/01, yes 1405/02/01 | renewed 1405/01/01 1405/02/02 | year-not-decided | 1405/01/01
    K 1403/02/01 | + 1403/12/01 | renewed 1404/02/01 | | 1404/02/01
    K 1403/02/01 | | lapsed 1404/02/01 1404/03/18 | year-not-decided year-not-approved |
    K 1403/02/01 | + 1404/03/17 | renewed 1404/02/01 1404/03/18 | year-not-decided | 1404/02/01
    K 1403/12/30 | + 1404/11/01 | renewed 1405/01/01 | | 1405/01/01
    K 1403/12/30 | | lapsed 1405/01/01 1405/02/15 | year-not-decided year-not-approved |
    K 1403/12/29 | + 1404/10/29 | renewed 1404/12/29 | | 1404/12/29
    K 1403/12/29 | | lapsed 1404/12/29 1405/02/14 | year-not-decided year-not-approved |
    K 1403/06/31 | + 1404/04/31 | renewed 1404/06/31 | | 1404/06/31
    K 1403/06/31 | + 1404/08/14 | renewed 1404/06/31 1404/08/15 | year-not-decided | 1404/06/31
    K 1403/06/31 | - 1404/06/30 | lapsed 1404/06/31 | year-disapproved |
    K 1403/06/31 | + 1404/05/15, baseOff 1404/06/01, baseOn 1404/07/10, release 1404/07/15 | renewed 1404/06/31 1404/07/15 | base-suspended | 1404/07/15
    K 1404/01/01 | + 1404/12/29 | renewed 1405/01/01 | | 1405/01/01
    """

  struct Row {
    let place: String
    let starts: JalaliDay
    let acts: [(what: String, day: JalaliDay)]
    /// Outcome, reasons and first day of the next, as the line has them.
    let expected: String
  }

  static func rows() throws -> [Row] {
    try text.split(separator: "\n").map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
      let head = cells[0].split(separator: " ").map(String.init)
      let acts = try cells[1].split(separator: ",").map { act in
        let words = act.trimmed.split(separator: " ").map(String.init)
        return (what: words[0], day: try JalaliDay(parsing: words[1]))
      }
      return Row(place: head[0], starts: try JalaliDay(parsing: head[1]), acts: acts, expected: cells[2...4].joined(separator: " | "))
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

@Suite struct `The year's end by table` {
  private struct Killed: Error {}

  /// Nights in whose middle the process would have been killed: five times each, now before and now after the commit.
  private static let killed = ["1404/01/01", "1404/02/15", "1405/01/01", "1405/02/15"]

  let golestan: BaseRoad
  let khuzestan: BaseRoad
  let rows: [YearEndTable.Row]

  init() throws {
    golestan = try BaseRoad(from: JalaliDay(1403, 1, 1))
    khuzestan = try BaseRoad(in: "IR-06", sharing: golestan)
    rows = try YearEndTable.rows()
  }

  @Test func `each of sixty agreements has the outcome worked out by hand, through twenty kills of the night`() throws {
    #expect(rows.count == 60)
    var agenda: [(day: JalaliDay, work: () throws -> Void)] = []
    for (index, row) in rows.enumerated() {
      agenda.append((row.starts, { try begin(index) }))
      for act in row.acts {
        if act.what == "end" { agenda.append((act.day.adding(days: -12), { try findTermination(index) })) }
        agenda.append((act.day, { try perform(act.what, index, on: act.day) }))
      }
    }
    // A stable order within a day, that of the table.
    let days = Set(agenda.map(\.day)).union(try Self.killed.map { try JalaliDay(parsing: $0) })
    for day in days.sorted() {
      try pass(to: day)
      for entry in agenda where entry.day == day { try entry.work() }
    }
    try golestan.night(1405, 3, 1)
    for (index, row) in rows.enumerated() { #expect(try outcome(index) == row.expected, "line \(index + 1)") }
    try prove()
    try checkSignatures()
  }

  /// Nobody signs any of the thirty-six renewals: each is suspended on the day after its last, but for the one that was over
  /// on the day it was released and the two of 1405/02/02 and 02/15, whose time still runs on 03/01.
  private func checkSignatures() throws {
    let rows = try golestan.store.snapshot { try $0.all(RenewalSignature.self, "1 = 1 ORDER BY id") }
    #expect(rows.count == 36)
    let suspended = rows.filter { $0.suspendedOn != nil }
    #expect(suspended.count == 33)
    for row in suspended { #expect(row.suspendedOn == row.dueOn.adding(days: 1) && row.dueOn - row.askedOn >= 30, "\(row.object)") }
    #expect(
      try rows.filter { $0.suspendedOn == nil }.map(\.askedOn) == ["1404/12/29", "1405/02/02", "1405/02/15"].map(JalaliDay.init(parsing:)))
  }

  /// Ended in 1404: 34 of the table's in Golestan; in Khuzestan three of 1404/01/31, two of 1404/12/28, four of 1404/06/30.
  private func prove() throws {
    let nation = Principal.test(.nationalAdmin, in: nil, number: 99)
    let first = try golestan.proof(1404, as: nation)
    #expect(first["isProven"] == true && first["ended"] == 43)
    #expect(first["renewed"] == 26 && first["lapsed"] == 17 && first["held"] == 0)
    #expect(first["agreements"]?.items.count == 43)
    // The table's seventeen of 1404/12/29, the twenty that Golestan's renewals of the year before had begun, and two of
    // Khuzestan's that ended on 1405/01/31 and are held, as the unlicensed one is.
    let second = try golestan.proof(1405, as: nation)
    #expect(second["isProven"] == true && second["ended"] == 39 && second["held"] == 3)
  }

  // MARK: What happens

  private func road(_ index: Int) -> BaseRoad { rows[index].place == "G" ? golestan : khuzestan }
  private func code(_ index: Int) -> Value { .int(Int64(index + 1)) }

  /// Agreements are found by their base, whose number is the line's.
  private func agreement(_ index: Int) throws -> Value {
    let row = try golestan.store.snapshot { snapshot in
      try snapshot.rows(
        "SELECT min(id) FROM healthbases_agreement WHERE base IN (SELECT id FROM healthbases_base WHERE name = ?)", "\(index)")
    }
    return row.first?.first ?? .null
  }

  private func base(_ index: Int) throws -> Value {
    try golestan.store.snapshot { try $0.rows("SELECT id FROM healthbases_base WHERE name = ?", "\(index)") }.first?.first ?? .null
  }

  private func begin(_ index: Int) throws {
    let (road, row) = (road(index), rows[index])
    let province = try Province(parsing: road.province)
    road.institutes.put(Int64(index + 1), in: province, .licensed, validUntil: try JalaliDay(1410, 1, 1))
    let ends = try road.store.transaction(as: road.director) { work in
      let base = try work.insert(
        HealthBase(
          province: province, institute: ID(Int64(index + 1)), neighbourhood: ID(1), name: "\(index)", state: .proposed, experience: "س",
          personnel: [], admittedOn: work.day), standing: .admitted)
      return try work.insertAgreement(for: base, starts: row.starts).ends
    }
    // Something under each commitment, spread over the term.
    let agreement = try agreement(index).integer ?? 0
    try road.store.transaction(as: road.officer) { work in
      for (place, commitment) in Commitment.allCases.enumerated() {
        try work.insert(
          BaseActivity(
            province: province, agreement: ID(agreement), commitment: commitment,
            day: row.starts.adding(days: (ends - row.starts) * place / 6), title: "کار", participants: [], report: "گزارش"))
      }
    }
  }

  private func findTermination(_ index: Int) throws {
    let road = road(index)
    func input(_ capacity: Value) throws -> [Value.Member] { [.init("agreement", try agreement(index)), .init("capacity", capacity)] }
    try road.run("propose-termination", .object(try input("official") + [.init("reason", "بی‌کار")]), as: road.officer)
    try road.run("confirm-termination", .object(try input("deputy")), as: road.deputy)
    try road.run("confirm-termination", .object(try input("director")), as: road.director)
  }

  private func perform(_ what: String, _ index: Int, on day: JalaliDay) throws {
    let road = road(index)
    let year = Value.record(["agreement": try agreement(index), "reason": "بررسی"])
    func revised(_ decision: Value) -> Value { .object(year.members + [.init("decision", decision)]) }
    let place = Value.record(["base": try base(index), "reason": "بررسی"])
    switch what {
    case "+": try road.run("approve-year", .record(["agreement": try agreement(index)]), as: road.deputy)
    case "-": try road.run("disapprove-year", year, as: road.deputy)
    case "yes": try road.run("revise-decision", revised("approved"), as: road.deputy)
    case "no": try road.run("revise-decision", revised("disapproved"), as: road.deputy)
    case "baseOff": try road.run("suspend-base", place, as: road.deputy)
    case "baseOn": try road.run("resume-base", place, as: road.deputy)
    case "licenceOff": try road.license(.suspended, of: Int64(index + 1))
    case "licenceOn": try road.license(.licensed, of: Int64(index + 1))
    case "release": try road.run("release-held", year, as: road.deputy)
    case "end": try road.run("terminate", year, as: road.director)
    default: Issue.record("line \(index + 1): nobody knows \(what)")
    }
  }

  private func pass(to day: JalaliDay) throws {
    if day > golestan.store.day {
      try golestan.store.night(day.adding(days: -1))
      golestan.store.day = day
    }
    if Self.killed.contains(day.text) { for kill in 0..<5 { try interrupt(isKept: kill % 2 == 0) } }
    try golestan.store.night(day)
  }

  /// Settles some rows and stops there, with or without having committed.
  private func interrupt(isKept: Bool) throws {
    do {
      try golestan.store.transaction(as: .test(.nationalAdmin, in: nil, number: 99)) { work in
        for row in try RenewAgreements.due(on: work.day, after: 0, limit: 3, in: work.snapshot) {
          try RenewAgreements.settle(row, in: work)
        }
        for row in try SettleHeld.due(on: work.day, after: 0, limit: 2, in: work.snapshot) { try SettleHeld.settle(row, in: work) }
        if !isKept { throw Killed() }
      }
    } catch is Killed {}
  }

  private func outcome(_ index: Int) throws -> String {
    let found = try golestan.store.snapshot { snapshot in
      try snapshot.rows(
        """
        SELECT o.kind, o.settled_on, coalesce(o.released_on, CASE o.kind WHEN 'lapsed' THEN h.ended_on END), o.reasons, s.starts
        FROM healthbases_outcome o LEFT JOIN healthbases_hold h ON h.outcome = o.id
        LEFT JOIN healthbases_agreement s ON s.id = o.successor WHERE o.agreement = ?
        """, Int(try agreement(index).integer ?? 0))
    }
    guard found.count == 1, let row = found.first else { return "\(found.count) outcomes" }
    func day(_ value: Value) throws -> String { value.isNull ? "" : try JalaliDay(value: value).text }
    let reasons = try JSONReader.read(Array((row[3].string ?? "").utf8)).items.compactMap { $0.string?.dropFirst("healthbases.".count) }
    let parts = [row[0].string ?? "", try day(row[1]), try day(row[2])].filter { !$0.isEmpty }
    return [parts.joined(separator: " "), reasons.joined(separator: " "), try day(row[4])].joined(separator: " | ")
  }
}
