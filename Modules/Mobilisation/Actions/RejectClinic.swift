import Contracts
import Feature

/// Rejects a proposed clinic; the proposal stays, with the reason.
struct RejectClinic: Action {
  var clinic: Ref<ClinicEntity>
  var reason: String

  static let spec = Spec(
    "mobilisation.reject-clinic", "رد کلینیک", "Reject a clinic", .post, "/mobilisation/clinics/{clinic}/rejection",
    permission: .mobilisationSelect, weight: .serious,
    fields: ["clinic": ("کلینیک", "the clinic"), "reason": ("علت رد", "why")])

  func perform(in work: borrowing Transaction) throws -> Clinic {
    var clinic = try work.require(Clinic.self, clinic)
    try work.move(&clinic, by: .reject)
    let reason = try written(reason, at: "/reason")
    work.setReason(reason)
    clinic.rejectionReason = reason
    return try work.update(clinic)
  }
}
