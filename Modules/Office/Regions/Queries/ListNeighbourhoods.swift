import Contracts
import Feature

struct ListNeighbourhoods: ListQuery {
  var province: Province?
  var setting: Setting?
  var search: String?

  struct Item: Codable, Sendable {
    var id: ID<NeighbourhoodEntity>
    var code: String
    var province: Province
    var name: String
    var county: String?
    var setting: Setting
    var isHarmProne: Bool
    var isInformalSettlement: Bool
  }

  static let spec = Spec(
    "regions.neighbourhoods", "محله‌ها", "Neighbourhoods", "/regions/neighbourhoods", permission: .regionsRead,
    fields: [
      "province": ("استان", "province"), "setting": ("نوع محیط", "kind of setting"), "search": ("جست‌وجو در نام", "search in names"),
    ], verb: "list")

  func selection() -> Selection {
    Selection(from: "regions_neighbourhood t LEFT JOIN regions_county c ON c.id = t.county")
      .filter("t.province = ?", province)
      .filter("t.setting = ?", setting)
      .search("t.name_key", search.map(PersianText.nameKey))
      .column("county", "c.name")
  }
}
