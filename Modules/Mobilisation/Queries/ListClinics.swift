import Contracts
import Feature

struct ListClinics: ListQuery {
  var province: Province?
  var state: ClinicState?
  var search: String?

  struct Item: Codable, Sendable {
    var id: ID<ClinicEntity>
    var code: String
    var province: Province
    var name: String
    var state: ClinicState
    var neighbourhood: ID<NeighbourhoodEntity>?
    var selectedOn: JalaliDay?
    var choiceDue: JalaliDay?
    var target: ID<NeighbourhoodEntity>?
    var rejectionReason: String?
  }

  static let spec = Spec(
    "mobilisation.clinics", "کلینیک‌ها", "Clinics", "/mobilisation/clinics", permission: .mobilisationRead,
    fields: [
      "province": ("استان", "province"), "state": ("حالت", "state"), "search": ("جست‌وجو در نام", "search in names"),
    ])

  func selection() -> Selection {
    Selection(from: "mobilisation_clinic t")
      .filter("t.province = ?", province)
      .filter("t.state = ?", state)
      .search("t.name_key", search.map(PersianText.nameKey))
  }
}
