/// Personal data encrypted at rest: national IDs, mobiles, addresses, notes on persons.
/// The ledger holds a salted commitment only; people without the right see a mask.
public struct Secret<Content: FieldType>: FieldType {
  /// What is guarded, in clear.
  public var content: Content

  /// Guards a content; nothing is encrypted before the row is written.
  public init(_ content: Content) { self.content = content }

  /// That of the content: an input does not show that it is guarded.
  public static var kind: FieldKind { Content.kind }
  /// Encrypted in the store, masked without the right.
  public static var guarding: FieldGuard { .secret }
  /// That of the content; in bytes of UTF-8, before it is encrypted.
  public static var longestText: Int { Content.longestText }
  /// The content's sample, guarded.
  ///
  /// - Throws: what the content's sample throws.
  public static var sample: Self { get throws { Self(try Content.sample) } }

  /// Reads the content, whether the value says that it is guarded or not.
  ///
  /// - Throws: `FieldFault` when the content is not valid.
  public init(value: Value) throws {
    if case .secret(let inner) = value {
      content = try Content(value: inner)
    } else {
      content = try Content(value: value)
    }
  }

  /// The content, marked as secret.
  public var value: Value { .secret(content.value) }
}

/// Personal data that must stay searchable at rest, such as a name; the ledger holds a salted commitment only.
public struct Personal<Content: FieldType>: FieldType {
  /// What is guarded, in clear.
  public var content: Content

  /// Guards a content.
  public init(_ content: Content) { self.content = content }

  /// That of the content: an input does not show that it is guarded.
  public static var kind: FieldKind { Content.kind }
  /// Clear in the store, committed in the ledger.
  public static var guarding: FieldGuard { .personal }
  /// That of the content, in bytes of UTF-8.
  public static var longestText: Int { Content.longestText }
  /// The content's sample, guarded.
  ///
  /// - Throws: what the content's sample throws.
  public static var sample: Self { get throws { Self(try Content.sample) } }

  /// Reads the content, whether the value says that it is guarded or not.
  ///
  /// - Throws: `FieldFault` when the content is not valid.
  public init(value: Value) throws {
    if case .personal(let inner) = value {
      content = try Content(value: inner)
    } else {
      content = try Content(value: value)
    }
  }

  /// The content, marked as personal.
  public var value: Value { .personal(content.value) }
}
