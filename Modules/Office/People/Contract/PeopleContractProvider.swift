import Contracts
import Feature

struct PeopleContractProvider: PeopleContract {
  func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts {
    let row = try snapshot.require(Person.self, reference)
    return PersonFacts(
      id: row.id, code: row.code, province: row.province, name: row.fullName, birth: row.birth.content,
      isLiterate: row.isLiterate.content)
  }

  func counted(_ people: [ID<PersonEntity>], in snapshot: borrowing Snapshot) throws -> CountedPeople {
    let list = JSONWriter.text(.list(people.map(\.value)))
    var standing: [ID<PersonEntity>: ID<PersonEntity>] = [:]
    let identified = try snapshot.rows(
      """
      SELECT p.id, min(p.id) OVER (PARTITION BY p.identity_index) FROM people_person p
      WHERE p.id IN (SELECT value FROM json_each(?)) AND p.identity_index IS NOT NULL
      """, list)
    for row in identified where row.count == 2 {
      guard let one = row[0].integer, let first = row[1].integer else { continue }
      standing[ID(one)] = ID(first)
    }
    let others = try snapshot.rows(
      """
      SELECT p.id, p.birth, p.province || ' ' || p.name_key || ' ' || p.father_key FROM people_person p
      WHERE p.id IN (SELECT value FROM json_each(?)) AND p.identity_index IS NULL ORDER BY p.id
      """, list)
    var first: [String: ID<PersonEntity>] = [:]
    for row in others where row.count == 3 {
      guard let one = row[0].integer, let birth = row[1].integer, let names = row[2].string else { continue }
      let likeness = "\(JalaliDay(number: Int(birth)).year) \(names)"
      let standsFor = first[likeness] ?? ID(one)
      standing[ID(one)] = standsFor
      first[likeness] = standsFor
    }
    return CountedPeople(standing: standing, probable: Set(first.values))
  }
}
