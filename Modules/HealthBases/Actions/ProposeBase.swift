public import Contracts
import Persian
public import Registry
public import Values

/// Proposes a base of an institute in a neighbourhood.
public struct ProposeBase: Action {
  public var institute: Ref<InstituteEntity>
  public var neighbourhood: Ref<NeighbourhoodEntity>
  public var name: String

  public static let spec = Spec(
    "healthbases.propose", "پیشنهاد پایگاه", "Propose a base", .post, "/health-bases", permission: .healthbasesPropose,
    fields: [
      "institute": ("مؤسسه", "the institute"), "neighbourhood": ("محله", "the neighbourhood"),
      "name": ("نام پایگاه", "name of the base"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> HealthBase {
    let institute = try work.institutes.institute(institute, in: work.look)
    let place = try work.regions.neighbourhood(neighbourhood, in: work.look)
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
