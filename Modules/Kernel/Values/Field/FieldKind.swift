import Jalali
import Persian

/// What a field holds; faces derive formats, widgets, completion and documentation from it.
public indirect enum FieldKind: Sendable {
  /// What the name says, checked by the type of that name; a day is ISO 8601 or Jalali, rial a whole number, bytes lower-case hexadecimal.
  case bool, int, text, day, rial, province, nationalID, legalEntityID, iban, mobile, bytes
  /// One of a closed list.
  case choice([ChoiceText])
  /// A row of another table, by row id or by code; `object` is the entity's ledger name, `prefix` its code's letters.
  case reference(object: String, prefix: String?)
  /// The code of another row, in answers that do not show its number; `object` is the entity's ledger name.
  case code(object: String)
  /// Several of one kind, which the field says; typed, they stand between commas or semicolons.
  case list(Field)
  /// A struct, by its fields; in text it is JSON.
  case object([Field])

  /// The short name used in the catalogue.
  public var name: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .text, .code: "text"
    case .day: "day"
    case .rial: "rial"
    case .province: "province"
    case .nationalID: "nationalID"
    case .legalEntityID: "legalEntityID"
    case .iban: "iban"
    case .mobile: "mobile"
    case .bytes: "bytes"
    case .choice: "choice"
    case .reference: "reference"
    case .list: "list"
    case .object: "object"
    }
  }
}

/// One value of a closed list with its name for people.
public struct ChoiceText: Sendable, Hashable, Codable {
  /// The code that machines see and rows hold.
  public let value: String
  /// What people call it.
  public let texts: Texts

  /// One of a list.
  ///
  /// - Parameters:
  ///   - value: its code.
  ///   - texts: what people call it.
  public init(_ value: String, _ texts: Texts) {
    self.value = value
    self.texts = texts
  }
}

extension Field {
  /// A field of which only the kind is known, as a client knows it from a catalogue. What it reads is JSON again; what only
  /// the declaring type can judge (a row, a free text) passes as it is.
  public init(_ name: String, _ kind: FieldKind, isOptional: Bool) {
    self.init(
      name: name, kind: kind, isOptional: isOptional, guarding: .open, longestText: 0, isShown: true, typeName: "",
      parse: kind.plainReader)
  }
}

extension FieldKind {
  /// A kind that its name says all about; nil for any other name.
  public init?(plain name: String) {
    let plain: [FieldKind] = [.bool, .int, .text, .day, .rial, .province, .nationalID, .legalEntityID, .iban, .mobile, .bytes]
    guard let kind = plain.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  fileprivate var plainReader: (@Sendable (Value) throws -> Value)? {
    switch self {
    case .bool: { try Bool(value: $0).value }
    case .int: { try Int64(value: $0).value }
    case .rial: { try Rial(value: $0).value }
    case .day: { .text(try JalaliDay(value: $0).text) }
    case .province: { try Province(value: $0).value }
    case .nationalID: { try NationalID(value: $0).value }
    case .legalEntityID: { try LegalEntityID(value: $0).value }
    case .iban: { try IBAN(value: $0).value }
    case .mobile: { try Mobile(value: $0).value }
    case .bytes: { .text(Hex.encode(try Bytes(value: $0).raw)) }
    case .choice(let choices) where !choices.isEmpty:
      { value in
        guard choices.contains(where: { .text($0.value) == value }) else { throw FieldFault.choice(choices) }
        return value
      }
    case .text, .code, .choice, .reference, .list, .object: nil
    }
  }
}
