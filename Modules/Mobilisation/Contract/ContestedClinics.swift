import Contracts
import Feature

/// What is decided against a clinic: it is rejected. Upheld, it is selected, where it meets the criteria: who rejected it is not
/// asked a second time.
struct ContestedClinics: ContestedDecisions {
  let object = ClinicEntity.object

  func decisions(against row: Int64, in snapshot: borrowing Snapshot) throws -> [ContestedDecision] {
    guard let clinic = try snapshot.find(Clinic.self, ID(row)), clinic.state == .rejected,
      let rejection = try snapshot.first(Rejection.self, "clinic = ? ORDER BY id DESC", clinic.id)
    else { return [] }
    return [
      .init(
        name: "\(RejectionEntity.object)/\(rejection.id.raw)",
        texts: Texts("رد کلینیک «\(clinic.name)»", "rejection of the clinic \(clinic.name)"), takenOn: rejection.rejectedOn,
        superiors: [.provincialDirector, .nationalAdmin])
    ]
  }

  func requireOtherHands(than decision: ContestedDecision, in row: Int64, work: borrowing Transaction) throws {
    try work.requireSeparationOfDuties(on: try work.require(Clinic.self, ID(row)))
  }

  // Nothing is put off.
  func stay(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {}
  func confirm(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {}

  func overturn(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    var clinic = try work.require(Clinic.self, ID(row))
    try work.move(&clinic, by: .uphold)
    clinic.rejectionReason = nil
    try work.select(&clinic)
  }
}
