import Contracts
import Feature

struct ListRankings: ListQuery {
  var province: Province?
  var neighbourhood: Ref<NeighbourhoodEntity>?
  var state: RankingState?

  struct Item: Codable, Sendable {
    var id: ID<RankingEntity>
    var code: String
    var province: Province
    var neighbourhood: ID<NeighbourhoodEntity>
    var method: RankingMethod
    var state: RankingState
    var startedOn: JalaliDay
    var lockedOn: JalaliDay?
  }

  static let spec = Spec(
    "mobilisation.rankings", "اولویت‌بندی‌ها", "Rankings", "/mobilisation/rankings", permission: .mobilisationRead,
    fields: [
      "province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number"),
      "state": ("حالت", "state"),
    ], verb: "list")

  func selection() -> Selection {
    Selection(from: "mobilisation_ranking t")
      .filter("t.province = ?", province)
      .refer(neighbourhood, "t.neighbourhood = ?")
      .filter("t.state = ?", state)
      .newestFirst()
  }
}
