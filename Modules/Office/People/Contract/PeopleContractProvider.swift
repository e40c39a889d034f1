import Contracts
import Feature

struct PeopleContractProvider: PeopleContract {
  func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts {
    let row = try snapshot.require(Person.self, reference)
    return PersonFacts(
      id: row.id, code: row.code, province: row.province, name: row.fullName, birth: row.birth.content,
      isLiterate: row.isLiterate.content)
  }
}
