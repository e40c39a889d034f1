public import Contracts
public import Registry
public import Values

/// A clinic with the neighbourhoods weighed for it and the extensions of its time.
public struct ClinicFile: Codable, Sendable {
  public var clinic: Clinic
  public var candidates: [CandidateNeighbourhood]
  public var extensions: [ChoiceExtension]

  init(of clinic: Clinic, in look: borrowing Look) throws {
    self.clinic = clinic
    candidates = try look.all(CandidateNeighbourhood.self, "clinic = ? ORDER BY total DESC, id", clinic.id)
    extensions = try look.all(ChoiceExtension.self, "clinic = ? ORDER BY id", clinic.id)
  }
}

public struct ShowClinic: Query {
  public var clinic: Ref<ClinicEntity>

  public static let spec = Spec(
    "mobilisation.clinic", "یک کلینیک", "One clinic", "/mobilisation/clinics/{clinic}", permission: .mobilisationRead,
    fields: ["clinic": ("کلینیک", "the clinic")])

  public func answer(in look: borrowing Look) throws -> ClinicFile {
    try ClinicFile(of: try look.require(Clinic.self, clinic), in: look)
  }
}
