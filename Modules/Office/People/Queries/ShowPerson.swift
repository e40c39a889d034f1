public import Contracts
public import Registry
public import Values

public struct ShowPerson: Query {
  public var person: Ref<PersonEntity>

  public static let spec = Spec(
    "people.show", "یک شخص", "One person", "/people/{person}", permission: .peopleRead,
    fields: ["person": ("شخص", "the person")])

  /// Whoever reads a person's file stands in the ledger.
  public static var leavesEntry: Bool { true }

  public func answer(in look: borrowing Look) throws -> PersonSheet {
    let row = try look.require(Person.self, person)
    look.noteRead(row)
    return PersonSheet(row, similar: try DuplicateSearch.similar(to: row.id, in: look))
  }
}
