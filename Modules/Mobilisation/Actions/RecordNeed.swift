public import Contracts
import Persian
public import Registry
public import Values

/// Records a need of a neighbourhood.
public struct RecordNeed: Action {
  public var neighbourhood: Ref<NeighbourhoodEntity>
  public var title: String
  public var category: NeedCategory

  public static let spec = Spec(
    "mobilisation.record-need", "ثبت نیاز", "Record a need", .post, "/mobilisation/needs",
    permission: .mobilisationWrite,
    fields: [
      "neighbourhood": ("محله", "the neighbourhood"), "title": ("عنوان نیاز", "what is needed"),
      "category": ("دسته", "category"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Need {
    let place = try work.regions.neighbourhood(neighbourhood, in: work.look)
    let title = try written(title, at: "/title")
    return try work.insert(
      Need(
        province: place.province, county: place.county, neighbourhood: place.id, title: title,
        titleKey: KeyText(PersianText.nameKey(title)), category: category, recordedOn: work.day))
  }
}
