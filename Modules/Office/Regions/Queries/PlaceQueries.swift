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

struct ListResidents: ListQuery {
  var province: Province?
  var neighbourhood: Ref<NeighbourhoodEntity>?

  struct Item: Codable, Sendable {
    var id: ID<ResidentsEntity>
    var neighbourhood: ID<NeighbourhoodEntity>
    var year: Int
    var population: Int
    var source: String
  }

  static let spec = Spec(
    "regions.residents", "جمعیت محله‌ها", "Residents of places", "/regions/residents", permission: .regionsRead,
    fields: ["province": ("استان", "province"), "neighbourhood": ("محله", "neighbourhood")])

  func selection() -> Selection {
    Selection(from: "regions_residents t JOIN regions_neighbourhood n ON n.id = t.neighbourhood")
      .filter("t.province = ?", province)
      .refer(neighbourhood, "n.id = ?")
  }
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

struct ShowNeighbourhood: Query {
  var neighbourhood: Ref<NeighbourhoodEntity>

  static let spec = Spec(
    "regions.neighbourhood", "یک محله", "One neighbourhood", "/regions/neighbourhoods/{neighbourhood}",
    permission: .regionsRead, fields: ["neighbourhood": ("محله", "the neighbourhood")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> Neighbourhood { try snapshot.require(Neighbourhood.self, neighbourhood) }
}
