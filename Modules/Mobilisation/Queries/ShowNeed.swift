import Contracts
import Feature

struct ShowNeed: Query {
  var need: Ref<NeedEntity>

  static let spec = Spec(
    "mobilisation.need", "یک نیاز", "One need", "/mobilisation/needs/{need}", permission: .mobilisationRead,
    fields: ["need": ("شمارهٔ نیاز", "the need's number")])

  func answer(in snapshot: borrowing Snapshot) throws -> Need { try snapshot.require(Need.self, need) }
}
