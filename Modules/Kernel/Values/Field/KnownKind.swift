import Jalali
import Persian

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
        guard choices.contains(where: { .text($0.value) == value }) else { throw FieldFault.choice(choices.map(\.value)) }
        return value
      }
    case .text, .code, .choice, .reference, .list, .object: nil
    }
  }
}
