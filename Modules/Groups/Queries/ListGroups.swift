public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListGroups: ListQuery {
  public var province: Province?
  public var neighbourhood: Int64?
  public var kind: GroupKind?
  public var state: GroupState?
  public var search: String?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var name: String
    public var kind: GroupKind
    public var neighbourhood: ID<NeighbourhoodEntity>
    public var state: GroupState
    public var requestedOn: JalaliDay
    /// Memberships that last.
    public var members: Int
  }

  public static let spec = Spec(
    "groups.groups", "گروه‌ها", "Groups", "/groups", permission: .groupsRead,
    fields: [
      "province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "number of the neighbourhood"),
      "kind": ("نوع گروه", "kind of group"), "state": ("وضعیت", "state"),
      "search": ("جست‌وجو در نام", "search in names"),
    ])

  public func selection() -> Selection {
    Selection(from: "groups_group t")
      .filter("t.province = ?", province)
      .filter("t.neighbourhood = ?", neighbourhood)
      .filter("t.kind = ?", kind)
      .filter("t.state = ?", state)
      .search("t.name_key", search)
      .column("members", "(SELECT count(*) FROM groups_membership m WHERE m.group_id = t.id AND m.until IS NULL)")
  }
}
