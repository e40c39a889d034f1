public import Contracts
public import Registry
public import Values

/// Rejects a proposed clinic; the proposal stays, with the reason.
public struct RejectClinic: Action {
  public var clinic: Ref<ClinicEntity>
  public var reason: String

  public static let spec = Spec(
    "mobilisation.reject-clinic", "رد کلینیک", "Reject a clinic", .post, "/mobilisation/clinics/{clinic}/rejection",
    permission: .mobilisationSelect, weight: .serious,
    fields: ["clinic": ("کلینیک", "the clinic"), "reason": ("علت رد", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Clinic {
    var clinic = try work.require(Clinic.self, clinic)
    try work.require(ClinicStep.self, .init(state: clinic.state, step: .reject), in: clinic.province)
    let reason = try written(reason, at: "/reason")
    work.because(reason)
    clinic.state = .rejected
    clinic.rejectionReason = reason
    return try work.update(clinic)
  }
}
