/// Personal data encrypted at rest: national IDs, mobiles, addresses, notes on persons.
/// The ledger holds a salted commitment only; people without the right see a mask.
public struct Secret<Content: FieldType>: FieldType {
  public var content: Content

  public init(_ content: Content) { self.content = content }

  public static var kind: FieldKind { Content.kind }
  public static var guarding: FieldGuard { .secret }
  public static var longestText: Int { Content.longestText }
  public static var sample: Self { get throws { Self(try Content.sample) } }

  public init(value: Value) throws {
    if case .secret(let inner) = value {
      content = try Content(value: inner)
    } else {
      content = try Content(value: value)
    }
  }

  public var value: Value { .secret(content.value) }
}

/// Personal data that must stay searchable at rest, such as a name; the ledger holds a salted commitment only.
public struct Personal<Content: FieldType>: FieldType {
  public var content: Content

  public init(_ content: Content) { self.content = content }

  public static var kind: FieldKind { Content.kind }
  public static var guarding: FieldGuard { .personal }
  public static var longestText: Int { Content.longestText }
  public static var sample: Self { get throws { Self(try Content.sample) } }

  public init(value: Value) throws {
    if case .personal(let inner) = value {
      content = try Content(value: inner)
    } else {
      content = try Content(value: value)
    }
  }

  public var value: Value { .personal(content.value) }
}
