import Contracts
import Feature

struct TrainingContractProvider: TrainingContract {
  func certified(
    among people: [ID<PersonEntity>], on day: JalaliDay, in snapshot: borrowing Snapshot
  ) throws -> [ID<PersonEntity>] {
    var certified: [ID<PersonEntity>] = []
    for person in people {
      let valid = try snapshot.count(
        """
        SELECT count(*) FROM training_certificate
        WHERE person = ? AND issued_on <= ? AND (revoked_on IS NULL OR revoked_on > ?)
        """, person, day, day)
      if valid > 0 { certified.append(person) }
    }
    return certified
  }

  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] {
    try snapshot.rows(
      "SELECT DISTINCT person FROM training_enrolment WHERE province = ? AND completed_on <= ? ORDER BY person",
      province, day
    ).compactMap { $0.first?.integer.map { ID($0) } }
  }
}
