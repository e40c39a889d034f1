import Contracts
import Feature

struct ShowKeyPerson: Query {
  var keyPerson: Ref<KeyPersonEntity>

  static let spec = Spec(
    "mobilisation.key-person", "یک فرد کلیدی", "One key person", "/mobilisation/key-persons/{keyPerson}",
    permission: .mobilisationRead,
    fields: ["keyPerson": ("شمارهٔ فرد کلیدی", "the key person's number")])

  func answer(in snapshot: borrowing Snapshot) throws -> KeyPerson { try snapshot.require(KeyPerson.self, keyPerson) }
}
