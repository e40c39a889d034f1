import Contracts
import Feature

struct ShowVolunteer: Query {
  var volunteer: Ref<VolunteerEntity>

  static let spec = Spec(
    "mobilisation.volunteer", "یک داوطلب", "One volunteer", "/mobilisation/volunteers/{volunteer}",
    permission: .mobilisationRead,
    fields: ["volunteer": ("شمارهٔ داوطلب", "the volunteer's number")])

  func answer(in snapshot: borrowing Snapshot) throws -> Volunteer { try snapshot.require(Volunteer.self, volunteer) }
}
