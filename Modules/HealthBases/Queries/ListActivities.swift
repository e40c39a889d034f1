public import Contracts
public import Jalali
public import Registry
public import Values

public struct ListActivities: ListQuery {
  public var agreement: Ref<AgreementEntity>?
  public var commitment: Commitment?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var agreement: String
    public var commitment: Commitment
    public var day: JalaliDay
    public var title: String
    public var participants: Int
  }

  public static let spec = Spec(
    "healthbases.activities", "فعالیت‌های پایگاه‌ها", "Activities of bases", "/health-bases/activities",
    permission: .healthbasesRead,
    fields: ["agreement": ("توافق‌نامه", "the agreement"), "commitment": ("تعهد", "the commitment")])

  public func selection() -> Selection {
    Selection(from: "healthbases_activity t JOIN healthbases_agreement a ON a.id = t.agreement")
      .refer(agreement, row: "a.id = ?", code: "a.code = ?")
      .filter("t.commitment = ?", commitment)
      .column("agreement", "a.code")
      .column("participants", "json_array_length(t.participants)")
  }
}
