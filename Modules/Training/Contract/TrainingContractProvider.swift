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

  func covered(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [CoverageSource: [CoveredPerson]] {
    let taught = try snapshot.rows(
      """
      SELECT DISTINCT person FROM training_presence
      WHERE province = ? AND held_on BETWEEN ? AND ? AND is_present = 1 ORDER BY person
      """, province, days.lowerBound, days.upperBound)
    let completed = try snapshot.rows(
      "SELECT DISTINCT person FROM training_enrolment WHERE province = ? AND completed_on BETWEEN ? AND ? ORDER BY person",
      province, days.lowerBound, days.upperBound)
    return [.teaching: people(taught), .completion: people(completed)]
  }

  private func people(_ rows: [[Value]]) -> [CoveredPerson] {
    rows.compactMap { $0.first?.integer.map { CoveredPerson(person: ID($0), county: nil) } }
  }
}
