import Contracts
import Feature

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
