public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListNeeds: ListQuery {
  public var province: Province?
  public var neighbourhood: ID<NeighbourhoodEntity>?
  public var category: NeedCategory?
  public var search: String?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var province: Province
    public var neighbourhood: ID<NeighbourhoodEntity>
    public var title: String
    public var category: NeedCategory
    public var recordedOn: JalaliDay
  }

  public static let spec = Spec(
    "mobilisation.needs", "نیازها", "Needs", "/mobilisation/needs", permission: .mobilisationRead,
    fields: [
      "province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number"),
      "category": ("دسته", "category"), "search": ("جست‌وجو در عنوان", "search in titles"),
    ])

  public func selection() -> Selection {
    Selection(from: "mobilisation_need t")
      .filter("t.province = ?", province)
      .filter("t.neighbourhood = ?", neighbourhood)
      .filter("t.category = ?", category)
      .search("t.title_key", search.map(PersianText.nameKey))
  }
}
