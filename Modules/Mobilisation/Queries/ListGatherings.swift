public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListGatherings: ListQuery {
  public var province: Province?
  public var neighbourhood: ID<NeighbourhoodEntity>?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var province: Province
    public var neighbourhood: ID<NeighbourhoodEntity>
    public var day: JalaliDay
    public var place: String
    public var present: Int
    public var counted: Int
  }

  public static let spec = Spec(
    "mobilisation.gatherings", "گردهمایی‌ها", "Gatherings", "/mobilisation/gatherings", permission: .mobilisationRead,
    fields: ["province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number")])

  public func selection() -> Selection {
    Selection(from: "mobilisation_gathering t")
      .filter("t.province = ?", province)
      .filter("t.neighbourhood = ?", neighbourhood)
      .newestFirst()
  }
}
