public import Contracts
public import Registry
public import Values

/// Names a key person of a neighbourhood, in one of S2's four kinds.
public struct NameKeyPerson: Action {
  public var person: Ref<PersonEntity>
  public var neighbourhood: Ref<NeighbourhoodEntity>
  public var kind: KeyPersonKind

  public static let spec = Spec(
    "mobilisation.name-key-person", "ثبت فرد کلیدی", "Name a key person", .post, "/mobilisation/key-persons",
    permission: .mobilisationWrite,
    fields: [
      "person": ("شخص", "the person"), "neighbourhood": ("محله", "the neighbourhood"),
      "kind": ("نوع: معتمد، تحصیل‌کرده، مدیر، فعال", "kind: trusted, educated, manager, active"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> KeyPerson {
    let place = try work.regions.neighbourhood(neighbourhood, in: work.look)
    let person = try work.people.person(person, in: work.look)
    return try work.insert(
      KeyPerson(
        province: place.province, county: place.county, neighbourhood: place.id, person: person.id, kind: kind,
        namedOn: work.day))
  }
}
