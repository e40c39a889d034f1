public import Contracts
public import Jalali
public import Registry
public import Values

public struct ListAssessments: ListQuery {
  public var group: Ref<GroupEntity>?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var group: String
    public var round: Int
    public var roundState: RoundState
    public var assessor: String
    public var day: JalaliDay
    /// Hundredths of a point; empty while the round is open, so that assessors stay independent.
    public var total: Int?
  }

  public static let spec = Spec(
    "groups.assessments", "ارزیابی‌های بالندگی", "Maturity assessments", "/group-assessments", permission: .groupsRead,
    fields: ["group": ("گروه", "the group")])

  public func selection() -> Selection {
    Selection(
      from: "groups_assessment t JOIN groups_group g ON g.id = t.group_id JOIN groups_round r ON r.id = t.round_id"
    )
    .refer(group, row: "g.id = ?", code: "g.code = ?")
    .column("group", "g.code")
    .column("round", "r.number")
    .column("roundState", "r.state")
    .column("total", "CASE WHEN r.state = 'open' THEN NULL ELSE t.total END")
  }
}
