import Contracts
import Feature

struct ListAgreements: ListQuery {
  var province: Province?
  var base: Ref<HealthBaseEntity>?
  var state: AgreementState?
  var decision: YearDecision?
  var isUnsigned: Bool?

  struct Item: Codable, Sendable {
    var id: ID<AgreementEntity>
    var code: String
    var province: Province
    var base: Code<HealthBaseEntity>
    var starts: JalaliDay
    var ends: JalaliDay
    var state: AgreementState
    var activities: Int
    var decision: YearDecision?
    var previous: Code<AgreementEntity>?
    /// Who has signed a renewed one; absent where nobody is asked.
    var signature: SignatureState?
    /// The last day to sign it in time.
    var signUntil: JalaliDay?
  }

  static let spec = Spec(
    "healthbases.agreements", "توافق‌نامه‌ها", "Agreements", "/health-bases/agreements", permission: .healthbasesRead,
    fields: [
      "province": ("استان", "province"), "base": ("پایگاه", "the base"), "state": ("حالت", "state"),
      "decision": ("تصمیم دربارهٔ سال", "decision on the year"),
      "isUnsigned": ("امضای یکی از دو طرف را کم دارد", "whether a party's signature is wanting"),
    ])

  func selection() -> Selection {
    Selection(
      from: """
        healthbases_agreement t JOIN healthbases_base b ON b.id = t.base
        LEFT JOIN healthbases_agreement p ON p.id = t.previous
        LEFT JOIN healthbases_signature g ON g.agreement = t.id
        """
    )
    .filter("t.province = ?", province)
    .refer(base, "b.id = ?")
    .filter("t.state = ?", state)
    .filter("t.decision = ?", decision)
    .filter("coalesce(g.state IN ('awaited','byOffice','byInstitute'), 0) = ?", isUnsigned)
    .column("base", "b.code")
    .column("previous", "p.code")
    .column("signature", "g.state")
    .column("signUntil", "g.due_on")
  }
}

/// One agreement with its base, its outcome, and how far its commitments were kept.
struct ShowAgreement: Query {
  var agreement: Ref<AgreementEntity>

  struct Output: Codable, Sendable {
    struct Kept: Codable, Sendable {
      var commitment: Commitment
      var activities: Int
    }

    var agreement: Agreement
    var base: HealthBase
    var kept: [Kept]
    /// What still stands in the way of an approval.
    var missing: [MissingPoint]
    /// None before the term is over, then exactly one.
    var outcomes: [AgreementOutcome]
    var sentences: [Texts]
    /// The first day on which the year may be decided.
    var decisionFrom: JalaliDay
    /// How long the outcome is held, or was.
    var hold: Hold?
    /// Every decision on the year, the first first.
    var decisions: [TakenDecision]
    /// Days of the term on which nothing could be done; they shorten what is owed.
    var idleDays: Int
    /// The quarters with an activity, 14051 for the spring of 1405.
    var quarters: [Int]
    /// Activities of after the term that wait for the next agreement.
    var pending: Int
    /// The activity of the term that was entered last.
    var lastEntry: ID<BaseActivityEntity>?
    /// The one each decision saw as the last.
    var seen: [SeenEntry]
    /// The signatures under a renewed agreement; absent where nobody is asked.
    var signature: RenewalSignature?
  }

  static let spec = Spec(
    "healthbases.agreement", "یک توافق‌نامه", "One agreement", "/health-bases/agreements/{agreement}",
    permission: .healthbasesRead, fields: ["agreement": ("توافق‌نامه", "the agreement")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Agreement.self, agreement)
    let kept = try Commitment.allCases.map { commitment in
      Output.Kept(
        commitment: commitment,
        activities: try snapshot.count(
          "SELECT count(*) FROM healthbases_activity WHERE agreement = ? AND commitment = ? AND day <= ?", row.id, commitment, row.ends))
    }
    let facts = try snapshot.yearFacts(of: row, .approved)
    let base = try snapshot.require(HealthBase.self, row.base)
    let outcomes = try snapshot.all(AgreementOutcome.self, "agreement = ?", row.id)
    var signature = try snapshot.signature(of: row)
    if let wanting = signature, wanting.state.isAwaited { signature?.dueOn = try snapshot.lastDayToSign(wanting) }
    return Output(
      agreement: row, base: base, kept: kept,
      missing: row.decision == nil ? try snapshot.missing(YearApproval.self, facts, in: row.province) : [], outcomes: outcomes,
      sentences: Output.sentences(row, of: base.code, kept, outcomes) + (signature.map { [$0.sentence] } ?? []),
      decisionFrom: YearApproval.firstDay(before: row.ends, under: try snapshot.parameters(of: YearApproval.self, in: row.province)),
      hold: try outcomes.last.flatMap { try snapshot.hold(of: $0) },
      decisions: try snapshot.all(TakenDecision.self, "agreement = ? ORDER BY id", row.id),
      idleDays: facts.idleDays ?? 0,
      quarters: facts.quarters ?? [],
      pending: try snapshot.count("SELECT count(*) FROM healthbases_activity WHERE agreement = ? AND day > ?", row.id, row.ends),
      lastEntry: try snapshot.lastEntry(under: row),
      seen: try snapshot.all(SeenEntry.self, "agreement = ? ORDER BY id", row.id), signature: signature)
  }
}

struct ListActivities: ListQuery {
  var agreement: Ref<AgreementEntity>?
  var commitment: Commitment?

  struct Item: Codable, Sendable {
    var id: ID<BaseActivityEntity>
    var agreement: Code<AgreementEntity>
    var commitment: Commitment
    var day: JalaliDay
    var title: String
    var participants: Int
    /// Whether it was recorded after the term or long after its day.
    var isLate: Bool
    /// Whether it was done after the term and waits for the next agreement.
    var isPending: Bool
  }

  static let spec = Spec(
    "healthbases.activities", "فعالیت‌های پایگاه‌ها", "Activities of bases", "/health-bases/activities",
    permission: .healthbasesRead,
    fields: ["agreement": ("توافق‌نامه", "the agreement"), "commitment": ("تعهد", "the commitment")])

  func selection() -> Selection {
    Selection(
      from: """
        healthbases_activity t JOIN healthbases_agreement a ON a.id = t.agreement
        LEFT JOIN healthbases_entry e ON e.activity = t.id
        """
    )
    .refer(agreement, "a.id = ?")
    .filter("t.commitment = ?", commitment)
    .column("agreement", "a.code")
    .column("participants", "json_array_length(t.participants)")
    .column("isLate", "ifnull(e.is_late, 0)")
    .column("isPending", "t.day > a.ends")
  }
}
