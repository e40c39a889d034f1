import Contracts
import Feature

/// A clinic with the neighbourhoods weighed for it and the extensions of its time.
struct ClinicFile: Codable, Sendable {
  var clinic: Clinic
  var candidates: [CandidateNeighbourhood]
  var extensions: [ChoiceExtension]

  init(of clinic: Clinic, in snapshot: borrowing Snapshot) throws {
    self.clinic = clinic
    candidates = try snapshot.all(CandidateNeighbourhood.self, "clinic = ? ORDER BY total DESC, id", clinic.id)
    extensions = try snapshot.all(ChoiceExtension.self, "clinic = ? ORDER BY id", clinic.id)
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
