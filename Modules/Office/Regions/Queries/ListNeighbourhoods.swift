public import Persian
public import Registry
import Values

public struct ListNeighbourhoods: ListQuery {
  public var province: Province?
  public var setting: Setting?
  public var search: String?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var name: String
    public var county: String?
    public var setting: Setting
    public var isHarmProne: Bool
    public var isInformalSettlement: Bool
  }

  public static let spec = Spec(
    "regions.neighbourhoods", "محله‌ها", "Neighbourhoods", "/regions/neighbourhoods", permission: .regionsRead,
    fields: ["province": ("استان", "province"), "setting": ("نوع محیط", "kind of setting"), "search": ("جست‌وجو در نام", "search in names")])

  public func selection() -> Selection {
    Selection(from: "regions_neighbourhood t LEFT JOIN regions_county c ON c.id = t.county")
      .filter("t.province = ?", province)
      .filter("t.setting = ?", setting)
      .search("t.name_key", search.map(PersianText.nameKey))
      .column("county", "c.name")
  }
}
