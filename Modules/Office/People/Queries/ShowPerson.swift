import Contracts
import Feature

struct ShowPerson: Query {
  var person: Ref<PersonEntity>

  static let spec = Spec(
    "people.show", "یک شخص", "One person", "/people/{person}", permission: .peopleRead,
    fields: ["person": ("شخص", "the person")])

  /// Whoever reads a person's file stands in the ledger.
  static var leavesEntry: Bool { true }

  func answer(in snapshot: borrowing Snapshot) throws -> PersonView {
    let row = try snapshot.require(Person.self, person)
    snapshot.noteRead(row)
    return PersonView(row, similar: try DuplicateSearch.similar(to: row.id, in: snapshot))
  }
}
