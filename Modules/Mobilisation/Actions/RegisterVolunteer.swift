import Contracts
import Feature

/// Registers a volunteer of a neighbourhood, with the day of consent.
struct RegisterVolunteer: Action {
  var person: Ref<PersonEntity>
  var neighbourhood: Ref<NeighbourhoodEntity>
  var consentedOn: JalaliDay

  static let spec = Spec(
    "mobilisation.register-volunteer", "ثبت داوطلب", "Register a volunteer", .post, "/mobilisation/volunteers",
    permission: .mobilisationWrite,
    fields: [
      "person": ("شخص", "the person"), "neighbourhood": ("محله", "the neighbourhood"),
      "consentedOn": ("تاریخ رضایت", "day of the consent"),
    ])

  func perform(in work: borrowing Transaction) throws -> Volunteer {
    let place = try work.neighbourhood(neighbourhood)
    let person = try work.person(person)
    try work.require(
      VolunteerEligibility.self,
      .init(birth: person.birth, isLiterate: person.isLiterate, consentedOn: consentedOn), in: place.province)
    return try work.insert(
      Volunteer(
        province: place.province, county: place.county, neighbourhood: place.id, person: person.id,
        consentedOn: consentedOn))
  }
}

/// Names a key person of a neighbourhood, in one of S2's four kinds.
struct NameKeyPerson: Action {
  var person: Ref<PersonEntity>
  var neighbourhood: Ref<NeighbourhoodEntity>
  var kind: KeyPersonKind

  static let spec = Spec(
    "mobilisation.name-key-person", "ثبت فرد کلیدی", "Name a key person", .post, "/mobilisation/key-persons",
    permission: .mobilisationWrite,
    fields: [
      "person": ("شخص", "the person"), "neighbourhood": ("محله", "the neighbourhood"),
      "kind": ("نوع: معتمد، تحصیل‌کرده، مدیر، فعال", "kind: trusted, educated, manager, active"),
    ])

  func perform(in work: borrowing Transaction) throws -> KeyPerson {
    let place = try work.neighbourhood(neighbourhood)
    let person = try work.person(person)
    return try work.insert(
      KeyPerson(
        province: place.province, county: place.county, neighbourhood: place.id, person: person.id, kind: kind,
        namedOn: work.day))
  }
}
