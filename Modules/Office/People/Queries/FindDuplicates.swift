import Contracts
import Feature

/// Registrations that may be one person. Nothing is merged by it.
struct FindDuplicates: Query {
  var person: Ref<PersonEntity>?

  struct Output: Codable, Sendable {
    var pairs: [Likeness]
  }

  static let spec = Spec(
    "people.duplicates", "ثبت‌های شاید تکراری", "Possible duplicates", "/people/duplicates", permission: .peopleRead,
    fields: ["person": ("تنها شبیه این شخص", "only those like this person")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    guard let person else { return Output(pairs: try DuplicateSearch.all(in: snapshot)) }
    return Output(pairs: try DuplicateSearch.similar(to: try snapshot.require(Person.self, person).id, in: snapshot))
  }
}
