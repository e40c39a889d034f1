import Contracts
import Jalali
import Persian
import Registry
import Values

struct InstitutesAnswers: InstitutesBook {
  func institute(_ reference: Ref<InstituteEntity>, in look: borrowing Look) throws -> InstituteFacts {
    let row = try look.require(Institute.self, reference)
    return InstituteFacts(
      id: row.id, code: row.code, name: row.name, province: row.province, county: row.county,
      state: row.state.rawValue, licensedOn: row.licensedOn, licenceValidUntil: row.licenceValidUntil)
  }

  func founded(in province: Province, year: Int, in look: borrowing Look) throws -> [ID<InstituteEntity>] {
    try look.rows(
      "SELECT id FROM institutes_institute WHERE province = ? AND licensed_on BETWEEN ? AND ? ORDER BY id",
      province, JalaliDay.firstDay(ofYear: year), JalaliDay.lastDay(ofYear: year)
    ).compactMap { $0.first?.integer.map(ID.init) }
  }
}
