public import Jalali
public import Persian
public import Registry
import Values

public struct ListOutcomes: ListQuery {
  public var province: Province?
  public var year: Int?
  public var kind: OutcomeKind?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var province: Province
    public var agreement: String
    public var year: Int
    public var kind: OutcomeKind
    public var reasons: [String]
    public var successor: String?
    public var settledOn: JalaliDay
    public var releasedOn: JalaliDay?
  }

  public static let spec = Spec(
    "healthbases.outcomes", "سرانجام توافق‌نامه‌ها", "Outcomes of agreements", "/health-bases/outcomes",
    permission: .healthbasesRead,
    fields: ["province": ("استان", "province"), "year": ("سال دورهٔ بعد", "year of the next term"), "kind": ("سرانجام", "outcome")])

  public func selection() -> Selection {
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
