import Contracts
import Feature

struct InstitutesContractProvider: InstitutesContract {
  func institute(_ reference: Ref<InstituteEntity>, in snapshot: borrowing Snapshot) throws -> InstituteFacts {
    let row = try snapshot.require(Institute.self, reference)
    return InstituteFacts(
      id: row.id, code: row.code, name: row.name, province: row.province, county: row.county,
      state: row.state, licensedOn: row.licensedOn, licenceValidUntil: row.licenceValidUntil)
  }

  func founded(in province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> [ID<InstituteEntity>] {
    try snapshot.rows(
      "SELECT id FROM institutes_institute WHERE province = ? AND licensed_on BETWEEN ? AND ? ORDER BY id",
      province, JalaliDay.firstDay(ofYear: year), JalaliDay.lastDay(ofYear: year)
    ).compactMap { $0.first?.integer.map(ID.init) }
  }
}
