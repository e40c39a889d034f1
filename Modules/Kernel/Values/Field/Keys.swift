/// Text derived from other columns for looking rows up: kept in its column and in the ledger, shown by no face.
public struct KeyText: FieldType, Hashable {
  public let raw: String

  public init(_ raw: String) { self.raw = raw }

  public static var kind: FieldKind { .text }
  public static var sample: KeyText { KeyText("") }

  public init(value: Value) throws { raw = try String(value: value) }

  public var value: Value { .text(raw) }
}

/// Bytes derived from other columns, such as the key of the Persian order: kept, shown by no face.
public struct KeyBytes: FieldType, Hashable {
  public let raw: [UInt8]

  public init(_ raw: [UInt8]) { self.raw = raw }

  public static var kind: FieldKind { .bytes }
  public static var sample: KeyBytes { KeyBytes([]) }

  public init(value: Value) throws { raw = try Bytes(value: value).raw }

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
