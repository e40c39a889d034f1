public import Contracts
public import Registry
public import Values

/// Registrations that may be one person. Nothing is merged by it.
public struct FindDuplicates: Query {
  public var person: Ref<PersonEntity>?

  public struct Output: Codable, Sendable {
    public var pairs: [Likeness]
  }

  public static let spec = Spec(
    "people.duplicates", "ثبت‌های شاید تکراری", "Possible duplicates", "/people/duplicates", permission: .peopleRead,
    fields: ["person": ("تنها شبیه این شخص", "only those like this person")])

  public func answer(in look: borrowing Look) throws -> Output {
    guard let person else { return Output(pairs: try DuplicateSearch.all(in: look)) }
    return Output(pairs: try DuplicateSearch.similar(to: try look.require(Person.self, person).id, in: look))
  }
}
