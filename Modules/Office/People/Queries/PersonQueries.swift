import Contracts
import Feature

/// People in Persian order of their family names; numbers and addresses stand on the single sheet only.
struct ListPeople: ListQuery {
  var province: Province?
  var search: String?
  var bornFrom: JalaliDay?
  var bornUntil: JalaliDay?

  struct Item: Codable, Sendable {
    var id: ID<PersonEntity>
    var code: String
    var province: Province
    var firstName: Personal<String>
    var familyName: Personal<String>
    var fatherName: Personal<String>
    var birth: Personal<JalaliDay>
    var isLiterate: Personal<Bool>
  }

  static let spec = Spec(
    "people.list", "اشخاص", "People", "/people", permission: .peopleRead,
    fields: [
      "province": ("استان", "province"), "search": ("جست‌وجو در نام", "search in names"),
      "bornFrom": ("زادهٔ این روز یا پس از آن", "born on or after"),
      "bornUntil": ("زادهٔ این روز یا پیش از آن", "born on or before"),
    ])

  func selection() -> Selection {
    Selection(from: "people_person t")
      .filter("t.province = ?", province)
      .filter("t.birth >= ?", bornFrom)
      .filter("t.birth <= ?", bornUntil)
      .search("t.search_key", search)
      .sorted(by: "t.sort_key")
  }
}

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
