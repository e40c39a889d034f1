public import Contracts
public import Registry
public import Values

public struct ShowPerson: Query {
  public var person: Ref<PersonEntity>

  public static let spec = Spec(
    "people.show", "یک شخص", "One person", "/people/{person}", permission: .peopleRead,
    fields: ["person": ("شخص", "the person")])

  public func answer(in look: borrowing Look) throws -> PersonSheet {
    let row = try look.require(Person.self, person)
    return PersonSheet(row, similar: try DuplicateSearch.similar(to: row.id, in: look))
  }
}
