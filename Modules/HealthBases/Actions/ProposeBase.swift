import Contracts
import Feature

/// Proposes a base of an institute in a neighbourhood.
struct ProposeBase: Action {
  var institute: Ref<InstituteEntity>
  var neighbourhood: Ref<NeighbourhoodEntity>
  var name: String

  static let spec = Spec(
    "healthbases.propose", "پیشنهاد پایگاه", "Propose a base", .post, "/health-bases", permission: .healthbasesPropose,
    fields: [
      "institute": ("مؤسسه", "the institute"), "neighbourhood": ("محله", "the neighbourhood"),
      "name": ("نام پایگاه", "name of the base"),
    ])

  func perform(in work: borrowing Transaction) throws -> HealthBase {
    let institute = try work.institute(institute)
    let place = try work.neighbourhood(neighbourhood)
    guard place.province == institute.province else {
      throw Refusal.input(
        "/neighbourhood", "healthbases.elsewhere",
        Texts("محله در استان دیگری است.", "The neighbourhood lies in another province."))
    }
    return try work.insert(
      HealthBase(
        province: institute.province, county: place.county, institute: institute.id, neighbourhood: place.id,
        name: PersianText.stored(name), state: .proposed, experience: "", personnel: []))
  }
}
