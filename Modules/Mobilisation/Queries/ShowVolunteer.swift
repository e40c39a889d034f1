public import Registry
public import Values

public struct ShowVolunteer: Query {
  public var volunteer: Ref<VolunteerEntity>

  public static let spec = Spec(
    "mobilisation.volunteer", "یک داوطلب", "One volunteer", "/mobilisation/volunteers/{volunteer}",
    permission: .mobilisationRead,
    fields: ["volunteer": ("شمارهٔ داوطلب", "the volunteer's number")])

  public func answer(in look: borrowing Look) throws -> Volunteer { try look.require(Volunteer.self, volunteer) }
}
