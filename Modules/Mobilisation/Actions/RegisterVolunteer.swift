public import Contracts
public import Jalali
public import Registry
public import Values

/// Registers a volunteer of a neighbourhood, with the day of consent.
public struct RegisterVolunteer: Action {
  public var person: Ref<PersonEntity>
  public var neighbourhood: Ref<NeighbourhoodEntity>
  public var consentedOn: JalaliDay

  public static let spec = Spec(
    "mobilisation.register-volunteer", "ثبت داوطلب", "Register a volunteer", .post, "/mobilisation/volunteers",
    permission: .mobilisationWrite,
    fields: [
      "person": ("شخص", "the person"), "neighbourhood": ("محله", "the neighbourhood"),
      "consentedOn": ("تاریخ رضایت", "day of the consent"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Volunteer {
    let place = try work.regions.neighbourhood(neighbourhood, in: work.look)
    let person = try work.people.person(person, in: work.look)
    try work.require(
      VolunteerEligibility.self,
      .init(birth: person.birth, isLiterate: person.isLiterate, consentedOn: consentedOn), in: place.province)
    return try work.insert(
      Volunteer(
        province: place.province, county: place.county, neighbourhood: place.id, person: person.id,
        consentedOn: consentedOn))
  }
}
