import Contracts
import Feature

struct ListCounties: ListQuery {
  var province: Province?

  struct Item: Codable, Sendable {
    var id: ID<CountyEntity>
    var province: Province
    var statisticalCode: String?
    var name: String
    var validFrom: JalaliDay
    var validUntil: JalaliDay?
  }

  static let spec = Spec(
    "regions.counties", "شهرستان‌ها", "Counties", "/regions/counties", permission: .regionsRead,
    fields: ["province": ("استان", "province")])

  func selection() -> Selection { Selection(from: "regions_county t").filter("t.province = ?", province) }
}

struct ListPopulations: ListQuery {
  var province: Province?

  struct Item: Codable, Sendable {
    var id: ID<PopulationEntity>
    var province: Province
    var year: Int
    var population: Int
    var source: String
  }

  static let spec = Spec(
    "regions.populations", "جمعیت استان‌ها", "Populations", "/regions/populations", permission: .regionsRead,
    fields: ["province": ("استان", "province")])

  func selection() -> Selection { Selection(from: "regions_population t").filter("t.province = ?", province) }
}

struct ListClosures: ListQuery {
  var province: Province?

  struct Item: Codable, Sendable {
    var id: ID<ClosureEntity>
    var province: Province
    var day: JalaliDay
    var reason: String
  }

  static let spec = Spec(
    "regions.closures", "تعطیلی‌های استانی", "Closed days", "/regions/closures", permission: .regionsRead,
    fields: ["province": ("استان", "province")])

  func selection() -> Selection { Selection(from: "regions_closure t").filter("t.province = ?", province) }
}
