import Contracts
import Feature

/// Records a need of a neighbourhood.
struct RecordNeed: Action {
  var neighbourhood: Ref<NeighbourhoodEntity>
  var title: String
  var category: NeedCategory

  static let spec = Spec(
    "mobilisation.record-need", "ثبت نیاز", "Record a need", .post, "/mobilisation/needs",
    permission: .mobilisationWrite,
    fields: [
      "neighbourhood": ("محله", "the neighbourhood"), "title": ("عنوان نیاز", "what is needed"),
      "category": ("دسته", "category"),
    ])

  func perform(in work: borrowing Transaction) throws -> Need {
    let place = try work.neighbourhood(neighbourhood)
    let title = try written(title, at: "/title")
    return try work.insert(
      Need(
        province: place.province, county: place.county, neighbourhood: place.id, title: title,
        titleKey: KeyText(PersianText.nameKey(title)), category: category, recordedOn: work.day))
  }
}
