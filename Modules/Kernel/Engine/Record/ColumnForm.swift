import Feature
import Jalali
import Values

extension RecordLayout.Column {
  /// How a kind of field lies in its column.
  enum Form: Sendable {
    case asItIs, day, bool, json
    /// Text that its type reads and writes in its own way.
    case own

    init(_ kind: FieldKind) {
      self =
        switch kind {
        case .bool: .bool
        case .day: .day
        case .list, .object: .json
        case .nationalID, .legalEntityID, .iban, .mobile: .own
        case .int, .text, .code, .rial, .province, .bytes, .choice, .reference: .asItIs
        }
    }

    var isPlain: Bool { self != .json && self != .own }

    /// The value that the field writes, from the stored one.
    func written(_ raw: Value) -> Value {
      switch (self, raw) {
      case (.bool, .int(let number)): .bool(number != 0)
      case (.day, .int(let number)): .day(JalaliDay(number: Int(number)))
      default: raw
      }
    }
  }

  /// The value of a property as its column holds it. Lists and structs become JSON text; secrets are sealed elsewhere.
  func stored(_ value: Value) -> Value {
    switch value {
    case .list, .object: .text(JSONWriter.text(value, showsSecrets: true))
    case .personal(let inner): inner
    default: value
    }
  }

  /// The other way round.
  func loaded(_ raw: Value) throws -> Value {
    switch (form, raw) {
    case (.bool, .int(let number)): .bool(number != 0)
    case (.json, .text(let text)): try JSONReader.read(Array(text.utf8))
    default: raw
    }
  }
}
