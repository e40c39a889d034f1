import Contracts
import Feature

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
        """
    )
    .filter("t.province = ?", province)
    .filter("t.year = ?", year)
    .filter("t.kind = ?", kind)
    .column("agreement", "a.code")
    .column("successor", "s.code")
  }
}
