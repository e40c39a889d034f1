public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListBases: ListQuery {
  public var province: Province?
  public var state: BaseState?
  public var institute: ID<InstituteEntity>?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var name: String
    public var institute: ID<InstituteEntity>
    public var neighbourhood: ID<NeighbourhoodEntity>
    public var state: BaseState
    public var admittedOn: JalaliDay?
    /// The agreement in force.
    public var agreement: String?
  }

  public static let spec = Spec(
    "healthbases.bases", "پایگاه‌ها", "Bases", "/health-bases", permission: .healthbasesRead,
    fields: ["province": ("استان", "province"), "state": ("حالت", "state"), "institute": ("ردیف مؤسسه", "row of the institute")])

  public func selection() -> Selection {
    Selection(
      from: """
        healthbases_base t LEFT JOIN healthbases_agreement a ON a.base = t.id AND a.state IN ('active','suspended')
        """
    )
    .filter("t.province = ?", province)
    .filter("t.state = ?", state)
    .filter("t.institute = ?", institute)
    .column("agreement", "a.code")
  }
}
