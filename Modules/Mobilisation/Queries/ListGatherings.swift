import Contracts
import Feature

struct ListGatherings: ListQuery {
  var province: Province?
  var neighbourhood: Ref<NeighbourhoodEntity>?

  struct Item: Codable, Sendable {
    var id: ID<GatheringEntity>
    var province: Province
    var neighbourhood: ID<NeighbourhoodEntity>
    var day: JalaliDay
    var place: String
    var present: Int
    var counted: Int
  }

  static let spec = Spec(
    "mobilisation.gatherings", "گردهمایی‌ها", "Gatherings", "/mobilisation/gatherings", permission: .mobilisationRead,
    fields: ["province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number")])

  func selection() -> Selection {
    Selection(from: "mobilisation_gathering t")
      .filter("t.province = ?", province)
      .refer(neighbourhood, "t.neighbourhood = ?")
      .newestFirst()
  }
}
