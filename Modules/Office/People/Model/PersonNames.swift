import Contracts
import Feature

/// The names of a person with every key made from them; made in one place so that they never disagree.
struct PersonNames {
  let first: String
  let family: String
  let father: String

  /// - Throws: `Refusal` of kind `malformed` for a name of no letters or of more than 100.
  init(first: String, family: String, father: String) throws {
    self.first = try PersonNames.checked(first, "/firstName")
    self.family = try PersonNames.checked(family, "/familyName")
    self.father = try PersonNames.checked(father, "/fatherName")
  }

  var searchKey: String { PersianText.searchKey("\(first) \(family)") }
  var nameKey: String { PersianText.nameKeyWithoutTitle("\(first) \(family)") }
  var fatherKey: String { PersianText.nameKeyWithoutTitle(father) }
  var sortKey: [UInt8] { PersianText.sortKey(family) + [0] + PersianText.sortKey(first) }

  private static func checked(_ text: String, _ pointer: String) throws -> String {
    let stored = PersianText.stored(text)
    guard (1...100).contains(stored.count), stored.contains(where: \.isLetter) else {
      throw Refusal.input(
        pointer, "people.name",
        Texts("نام باید ۱ تا ۱۰۰ نویسه و دارای حرف باشد.", "A name must have 1 to 100 characters, letters among them."))
    }
    return stored
  }
}

extension Person {
  /// Writes names and keys together.
  mutating func take(_ names: PersonNames) {
    firstName = Personal(names.first)
    familyName = Personal(names.family)
    fatherName = Personal(names.father)
    searchKey = Personal(names.searchKey)
    nameKey = Personal(names.nameKey)
    fatherKey = Personal(names.fatherKey)
    sortKey = Personal(Bytes(names.sortKey))
  }
}
