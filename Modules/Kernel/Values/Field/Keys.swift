/// Text derived from other columns for looking rows up: kept in its column and in the ledger, shown by no face.
public struct KeyText: FieldType, Hashable {
  /// The key itself.
  public let raw: String

  /// A key that was derived already, such as `PersianText.searchKey`.
  public init(_ raw: String) { self.raw = raw }

  /// Text; that no face shows it is said by `Field.isShown`.
  public static var kind: FieldKind { .text }
  /// The empty key.
  public static var sample: KeyText { KeyText("") }

  /// Reads a key out of its column.
  ///
  /// - Throws: `FieldFault` for what is no text or is longer than 40,000 bytes.
  public init(value: Value) throws { raw = try String(value: value) }

  /// The key as text.
  public var value: Value { .text(raw) }
}

/// Bytes derived from other columns, such as the key of the Persian order: kept, shown by no face.
public struct KeyBytes: FieldType, Hashable {
  /// The key itself.
  public let raw: [UInt8]

  /// A key that was derived already, such as the sort key of a name.
  public init(_ raw: [UInt8]) { self.raw = raw }

  /// Bytes; that no face shows them is said by `Field.isShown`.
  public static var kind: FieldKind { .bytes }
  /// The empty key.
  public static var sample: KeyBytes { KeyBytes([]) }

  /// Reads a key out of its column.
  ///
  /// - Throws: `FieldFault` for what are no bytes.
  public init(value: Value) throws { raw = try Bytes(value: value).raw }

  /// The key as bytes.
  public var value: Value { .bytes(raw) }
}

/// Whether a property of this type is for the house only. Compares types, which is asked for every property shown.
@inline(__always)
func isKey<Given>(_ type: Given.Type) -> Bool { type == KeyText.self || type == KeyBytes.self }

extension [Field] {
  /// Without what no face shows, in structs and lists too.
  public var shown: [Field] {
    filter(\.isShown).map { field in
      switch field.kind {
      case .object(let parts): field.with(.object(parts.shown))
      case .list(let element): [element].shown.first.map { field.with(.list($0)) } ?? field
      default: field
      }
    }
  }
}
