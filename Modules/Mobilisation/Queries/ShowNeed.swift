public import Registry
public import Values

public struct ShowNeed: Query {
  public var need: Ref<NeedEntity>

  public static let spec = Spec(
    "mobilisation.need", "یک نیاز", "One need", "/mobilisation/needs/{need}", permission: .mobilisationRead,
    fields: ["need": ("شمارهٔ نیاز", "the need's number")])

  public func answer(in look: borrowing Look) throws -> Need { try look.require(Need.self, need) }
}
