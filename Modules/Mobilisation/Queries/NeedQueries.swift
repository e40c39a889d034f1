import Contracts
import Feature

struct ListNeeds: ListQuery {
  var province: Province?
  var neighbourhood: Ref<NeighbourhoodEntity>?
  var category: NeedCategory?
  var search: String?

  struct Item: Codable, Sendable {
    var id: ID<NeedEntity>
    var province: Province
    var neighbourhood: ID<NeighbourhoodEntity>
    var title: String
    var category: NeedCategory
    var recordedOn: JalaliDay
  }

  static let spec = Spec(
    "mobilisation.needs", "نیازها", "Needs", "/mobilisation/needs", permission: .mobilisationRead,
    fields: [
      "province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number"),
      "category": ("دسته", "category"), "search": ("جست‌وجو در عنوان", "search in titles"),
    ])

  func selection() -> Selection {
    Selection(from: "mobilisation_need t")
      .filter("t.province = ?", province)
      .refer(neighbourhood, "t.neighbourhood = ?")
      .filter("t.category = ?", category)
      .search("t.title_key", search.map(PersianText.nameKey))
  }
}

struct ShowNeed: Query {
  var need: Ref<NeedEntity>

  static let spec = Spec(
    "mobilisation.need", "یک نیاز", "One need", "/mobilisation/needs/{need}", permission: .mobilisationRead,
    fields: ["need": ("شمارهٔ نیاز", "the need's number")])

  func answer(in snapshot: borrowing Snapshot) throws -> Need { try snapshot.require(Need.self, need) }
}
