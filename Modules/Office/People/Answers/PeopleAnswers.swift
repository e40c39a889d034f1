import Contracts
import Registry
import Values

struct PeopleAnswers: PeopleDesk {
  func person(_ reference: Ref<PersonEntity>, in look: borrowing Look) throws -> PersonFacts {
    let row = try look.require(Person.self, reference)
    return PersonFacts(
      id: row.id, code: row.code, province: row.province, name: row.fullName, birth: row.birth.content,
      isLiterate: row.isLiterate.content)
  }
}
