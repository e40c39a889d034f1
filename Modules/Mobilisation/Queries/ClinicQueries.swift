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
      // The deadlines desk has the last day; a clinic's own column only what was decided about it.
      .column(
        "choiceDue",
        """
        CASE WHEN t.state <> 'selected' THEN t.choice_due ELSE coalesce((SELECT d.due FROM deadlines_deadline d
          WHERE d.object = 'mobilisation.clinic/' || t.id AND d.kind = 'mobilisation.choose-neighbourhood'
          ORDER BY d.id DESC LIMIT 1), t.choice_due) END
        """)
  }
}

/// A clinic with the neighbourhoods weighed for it, the extensions of its time and the end of its scheme.
struct ClinicFile: Codable, Sendable {
  var clinic: Clinic
  var candidates: [CandidateNeighbourhood]
  var extensions: [ChoiceExtension]
  /// The last day of its scheme; nil while there is none, and while it goes on.
  var endedOn: JalaliDay?

  init(of clinic: Clinic, in snapshot: borrowing Snapshot) throws {
    self.clinic = try clinic.shown(in: snapshot)
    candidates = try snapshot.all(CandidateNeighbourhood.self, "clinic = ? ORDER BY total DESC, id", clinic.id)
    extensions = try snapshot.all(ChoiceExtension.self, "clinic = ? ORDER BY id", clinic.id)
    endedOn = try SchemeEnd.of(clinic.id, in: snapshot)?.endedOn
  }
}

struct ShowClinic: Query {
  var clinic: Ref<ClinicEntity>

  static let spec = Spec(
    "mobilisation.clinic", "یک کلینیک", "One clinic", "/mobilisation/clinics/{clinic}", permission: .mobilisationRead,
    fields: ["clinic": ("کلینیک", "the clinic")])

  func answer(in snapshot: borrowing Snapshot) throws -> ClinicFile {
    try ClinicFile(of: try snapshot.require(Clinic.self, clinic), in: snapshot)
  }
}
