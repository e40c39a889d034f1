import Contracts
import Feature

/// The proof of a year: every agreement whose next term would begin in it, with its one outcome, and the counts that
/// have to agree.
struct ShowRenewals: Query {
  var year: Int
  var province: Province?

  struct Output: Codable, Sendable {
    struct Line: Codable, Sendable {
      var agreement: Code<AgreementEntity>
      var base: Code<HealthBaseEntity>
      var province: Province
      var ends: JalaliDay
      /// Absent while the term runs, or the night has not come.
      var outcome: OutcomeKind?
      /// Codes of the objections of the rule `healthbases.renewal`.
      var reasons: [String]
      /// What each of them says.
      var reasonTexts: [Texts]
      var successor: Code<AgreementEntity>?
      var sentences: [Texts]
      /// The night that gave the outcome.
      var settledOn: JalaliDay?
      /// When one that had been held or had lapsed was renewed all the same.
      var releasedOn: JalaliDay?
      /// When a held one lapsed.
      var closedOn: JalaliDay?
      /// The new agreement's first day.
      var successorStarts: JalaliDay?
      /// An objection to a lapse was upheld.
      var isUpheld = false

      /// The new agreement follows without a gap, or from the day on which an obstacle was gone; one that was signed before an
      /// objection was upheld began when it was signed for.
      var followsInTime: Bool {
        guard let successorStarts else { return false }
        return successorStarts == ends.adding(days: 1) || successorStarts == releasedOn || isUpheld && successorStarts > ends
      }
    }

    var year: Int
    /// Agreements whose term is over.
    var ended: Int
    var renewed: Int
    var lapsed: Int
    var held: Int
    /// Whether ended = renewed + lapsed + held, each agreement has one outcome, and each new agreement points back to the one
    /// it renews and begins when it should.
    var isProven: Bool
    var agreements: [Line]
    var sentences: [Texts]
  }

  static let spec = Spec(
    "healthbases.renewals", "اثبات تجدیدهای یک سال", "Proof of a year's renewals", "/health-bases/renewals/{year}",
    permission: .healthbasesRead,
    fields: ["year": ("سال دورهٔ بعد", "year in which the next term begins"), "province": ("استان", "province")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let first = JalaliDay.firstDay(ofYear: year).adding(days: -1)
    let last = JalaliDay.lastDay(ofYear: year).adding(days: -1)
    let place = province?.code ?? ""
    let rows = try snapshot.rows(
      """
      SELECT a.code, b.code, a.province, a.ends, o.kind, o.reasons, s.code, o.settled_on, o.released_on,
        CASE o.kind WHEN 'lapsed' THEN h.ended_on END, s.starts,
        EXISTS(SELECT 1 FROM healthbases_overturned p WHERE p.outcome = o.id)
      FROM healthbases_agreement a JOIN healthbases_base b ON b.id = a.base
      LEFT JOIN healthbases_outcome o ON o.agreement = a.id
      LEFT JOIN healthbases_hold h ON h.outcome = o.id
      LEFT JOIN healthbases_agreement s ON s.id = o.successor AND s.previous = a.id
      WHERE a.ends BETWEEN ?1 AND ?2 AND (?3 = '' OR a.province = ?3) ORDER BY a.ends, a.id
      """, first, last, place)
    let counts = try snapshot.rows(
      "SELECT kind, count(*) FROM healthbases_outcome WHERE year = ?1 AND (?2 = '' OR province = ?2) GROUP BY kind",
      year, place)
    func count(_ kind: OutcomeKind) -> Int {
      Int(counts.first { $0.first?.string == kind.rawValue }?.last?.integer ?? 0)
    }
    let lines = try rows.map { try ShowRenewals.line($0, on: snapshot.day) }
    let ended = lines.filter { $0.ends < snapshot.day }
    let pointing = lines.filter { $0.outcome == .renewed && $0.successor != nil && $0.followsInTime }.count
    let sum = count(.renewed) + count(.lapsed) + count(.held)
    let isProven = ended.count == sum && ended.allSatisfy { $0.outcome != nil } && pointing == count(.renewed)
    return Output(
      year: year, ended: ended.count, renewed: count(.renewed), lapsed: count(.lapsed), held: count(.held),
      isProven: isProven, agreements: lines,
      sentences: [
        Output.sentence(
          year, ended: ended.count, renewed: count(.renewed), lapsed: count(.lapsed), held: count(.held), isProven: isProven)
      ])
  }

  private static func line(_ row: [Value], on day: JalaliDay) throws -> Output.Line {
    let reasons = try row[5].string.map { try JSONReader.read(Array($0.utf8)).items.compactMap(\.string) } ?? []
    var line = Output.Line(
      agreement: try Code(value: row[0]), base: try Code(value: row[1]), province: try Province(value: row[2]),
      ends: try JalaliDay(value: row[3]), outcome: row[4].isNull ? nil : try OutcomeKind(value: row[4]), reasons: reasons,
      reasonTexts: reasons.map { Renewal.words(for: $0) ?? Texts($0, $0) }, successor: row[6].string.map { Code($0) }, sentences: [],
      settledOn: try known(row[7]), releasedOn: try known(row[8]), closedOn: try known(row[9]), successorStarts: try known(row[10]),
      isUpheld: row[11].integer == 1)
    line.sentences = [line.sentence(on: day)]
    return line
  }

  private static func known(_ value: Value) throws -> JalaliDay? { value.isNull ? nil : try JalaliDay(value: value) }
}

struct ListOutcomes: ListQuery {
  var province: Province?
  var year: Int?
  var kind: OutcomeKind?

  struct Item: Codable, Sendable {
    var id: ID<OutcomeEntity>
    var province: Province
    var agreement: Code<AgreementEntity>
    var year: Int
    var kind: OutcomeKind
    var reasons: [String]
    var successor: Code<AgreementEntity>?
    var settledOn: JalaliDay
    var releasedOn: JalaliDay?
    /// The last day on which a held one can be decided or released.
    var openUntil: JalaliDay?
    /// When a held one lapsed.
    var closedOn: JalaliDay?
  }

  static let spec = Spec(
    "healthbases.outcomes", "سرانجام توافق‌نامه‌ها", "Outcomes of agreements", "/health-bases/outcomes",
    permission: .healthbasesRead,
    fields: ["province": ("استان", "province"), "year": ("سال دورهٔ بعد", "year of the next term"), "kind": ("سرانجام", "outcome")])

  func selection() -> Selection {
    Selection(
      from: """
        healthbases_outcome t JOIN healthbases_agreement a ON a.id = t.agreement
        LEFT JOIN healthbases_agreement s ON s.id = t.successor
        LEFT JOIN healthbases_hold h ON h.outcome = t.id
        """
    )
    .filter("t.province = ?", province)
    .filter("t.year = ?", year)
    .filter("t.kind = ?", kind)
    .column("agreement", "a.code")
    .column("successor", "s.code")
    .column("openUntil", "CASE t.kind WHEN 'held' THEN h.open_until END")
    .column("closedOn", "CASE t.kind WHEN 'lapsed' THEN h.ended_on END")
  }
}
