public import Registry
public import Values

public struct ShowKeyPerson: Query {
  public var keyPerson: Ref<KeyPersonEntity>

  public static let spec = Spec(
    "mobilisation.key-person", "یک فرد کلیدی", "One key person", "/mobilisation/key-persons/{keyPerson}",
    permission: .mobilisationRead,
    fields: ["keyPerson": ("شمارهٔ فرد کلیدی", "the key person's number")])

  public func answer(in look: borrowing Look) throws -> KeyPerson { try look.require(KeyPerson.self, keyPerson) }
}
