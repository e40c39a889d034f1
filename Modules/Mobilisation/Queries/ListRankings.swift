public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListRankings: ListQuery {
  public var province: Province?
  public var neighbourhood: ID<NeighbourhoodEntity>?
  public var state: RankingState?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var neighbourhood: ID<NeighbourhoodEntity>
    public var method: RankingMethod
    public var state: RankingState
    public var startedOn: JalaliDay
    public var lockedOn: JalaliDay?
  }

  public static let spec = Spec(
    "mobilisation.rankings", "اولویت‌بندی‌ها", "Rankings", "/mobilisation/rankings", permission: .mobilisationRead,
    fields: [
      "province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number"),
      "state": ("حالت", "state"),
    ])

  public func selection() -> Selection {
    Selection(from: "mobilisation_ranking t")
      .filter("t.province = ?", province)
      .filter("t.neighbourhood = ?", neighbourhood)
      .filter("t.state = ?", state)
      .newestFirst()
  }
}
