public import Jalali
public import Persian
public import Registry
import Values

public struct ListCounties: ListQuery {
  public var province: Province?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var province: Province
    public var statisticalCode: String?
    public var name: String
    public var validFrom: JalaliDay
    public var validUntil: JalaliDay?
  }

  public static let spec = Spec(
    "regions.counties", "شهرستان‌ها", "Counties", "/regions/counties", permission: .regionsRead,
    fields: ["province": ("استان", "province")])

  public func selection() -> Selection { Selection(from: "regions_county t").filter("t.province = ?", province) }
}

public struct ListPopulations: ListQuery {
  public var province: Province?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var province: Province
    public var year: Int
    public var population: Int
    public var source: String
  }

  public static let spec = Spec(
    "regions.populations", "جمعیت استان‌ها", "Populations", "/regions/populations", permission: .regionsRead,
    fields: ["province": ("استان", "province")])

  public func selection() -> Selection { Selection(from: "regions_population t").filter("t.province = ?", province) }
}

public struct ListClosures: ListQuery {
  public var province: Province?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var province: Province
    public var day: JalaliDay
    public var reason: String
  }

  public static let spec = Spec(
    "regions.closures", "تعطیلی‌های استانی", "Closed days", "/regions/closures", permission: .regionsRead,
    fields: ["province": ("استان", "province")])

  public func selection() -> Selection { Selection(from: "regions_closure t").filter("t.province = ?", province) }
}
