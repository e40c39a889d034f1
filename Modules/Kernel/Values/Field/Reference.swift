import Persian

/// A kind of thing the system keeps: what its rows are called in the ledger, in codes and to people.
public protocol Entity: Sendable {
  /// The ledger's name for it, `module.thing`, lower case.
  static var object: String { get }
  /// The letters that begin its short code (`GR` in `GR-27-1405-0012`); nil for things nobody names.
  static var prefix: String? { get }
  /// What people call one of them, as it stands inside a sentence: `گروه`, `group`.
  static var texts: Texts { get }
  /// By what else than number and code people may point to it, such as "user name"; nil where nothing else does.
  static var otherNames: Texts? { get }
  /// How many digits such a name has when it consists of digits (ten of a national ID): what is that long is no row number.
  static var digitsOfName: Int? { get }
}

extension Entity {
  /// Nobody names it.
  public static var prefix: String? { nil }
  /// Number and code are all.
  public static var otherNames: Texts? { nil }
  /// No name consists of digits.
  public static var digitsOfName: Int? { nil }
}

/// A row's own number; what columns hold.
public struct ID<Of: Entity>: FieldType, Hashable, Comparable {
  /// The row's number, from 1 on; 0 before the row is inserted.
  public let raw: Int64

  /// Names a row by its number, whether there is one or not.
  public init(_ raw: Int64) { self.raw = raw }

  /// Without the letters of codes: a row number is not read from a code.
  public static var kind: FieldKind { .reference(object: Of.object, prefix: nil) }
  /// The first row.
  public static var sample: Self { Self(1) }

  /// Reads a row number.
  ///
  /// - Throws: `FieldFault` for what is no whole number above 0.
  public init(value: Value) throws {
    guard case .int(let raw) = value, raw > 0 else { throw Self.wrongKind("شمارهٔ ردیف", "a row number") }
    self.raw = raw
  }

  /// The number.
  public var value: Value { .int(raw) }

  /// Says whose number it is, so that a face can put code and name beside it.
  ///
  /// - Throws: what the encoder throws; those of this room throw nothing but what looking a name up throws.
  public func encode(to encoder: any Encoder) throws { try ValueEncoder.put(row: raw, of: Of.object, into: encoder) }

  /// In the order in which rows were inserted.
  public static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

/// A row's code, in answers that show the code instead of the number.
public struct Code<Of: Entity>: FieldType, Hashable {
  /// `GR-27-1405-0012`.
  public let text: String

  /// Names a row by its code, whether there is one or not.
  public init(_ text: String) { self.text = text }

  /// Text for machines; faces put the name beside it.
  public static var kind: FieldKind { .code(object: Of.object) }
  /// A code of no row.
  public static var sample: Self { Self(Of.prefix.map { "\($0)-27-1405-0012" } ?? "12") }

  /// Reads a code as it is stored.
  ///
  /// - Throws: `FieldFault` for what is no text.
  public init(value: Value) throws {
    guard case .text(let text) = value else { throw Self.wrongKind("کد", "a code") }
    self.text = text
  }

  /// The code.
  public var value: Value { .text(text) }

  /// Says whose code it is, so that a face can put the name beside it.
  ///
  /// - Throws: what the encoder throws; those of this room throw nothing but what looking a name up throws.
  public func encode(to encoder: any Encoder) throws { try ValueEncoder.put(code: text, of: Of.object, into: encoder) }
}

/// A row of whatever kind by its name in the ledger, `groups.group/12`; faces put its code and name beside it.
public struct ThingName: FieldType, Hashable, CustomStringConvertible {
  /// What stands for the kind where it may be any.
  public static let anyKind = "*"

  /// As the ledger writes it.
  public let text: String

  /// Names a row, whether there is one or not.
  public init(_ text: String) { self.text = text }

  /// Names the row of a number.
  public init<Of: Entity>(_ id: ID<Of>) { text = "\(Of.object)/\(id.raw)" }

  /// Text for machines.
  public static var kind: FieldKind { .code(object: anyKind) }
  /// A name of no row.
  public static var sample: Self { Self("module.thing/12") }
  /// The name.
  public var description: String { text }

  /// Reads a name as it is stored.
  ///
  /// - Throws: `FieldFault` for what is no text.
  public init(value: Value) throws {
    guard case .text(let text) = value else { throw Self.wrongKind("نام دفتری", "a ledger name") }
    self.text = text
  }

  /// The name.
  public var value: Value { .text(text) }

  /// Says that it stands for a row, so that a face can put code and name beside it.
  ///
  /// - Throws: what the encoder throws; those of this room throw nothing but what looking a name up throws.
  public func encode(to encoder: any Encoder) throws { try ValueEncoder.put(code: text, of: Self.anyKind, into: encoder) }
}

/// How people point to a thing: by row number, by its short code, or by what else it is called. What inputs hold.
public enum Ref<Of: Entity>: FieldType, Hashable {
  /// The row's own number; also written with the letters of the kind, `NE-12`.
  case row(Int64)
  /// `GR-27-1405-0012`.
  case code(String)
  /// Another name by which only one is known: a unique name, a user name, a national ID, a code of the Statistical Centre.
  case name(String)

  /// Points to a row whose number is known.
  public init(_ id: ID<Of>) { self = .row(id.raw) }

  /// A reference with the letters of its code.
  public static var kind: FieldKind { .reference(object: Of.object, prefix: Of.prefix) }
  /// The first row.
  public static var sample: Self { .row(1) }

  /// Reads a row number, or a code in digits of three scripts and either case. Whether the row exists is not asked here.
  ///
  /// - Throws: `FieldFault` with code `field.reference` and an example for text that is neither.
  public init(value: Value) throws {
    switch value {
    case .int(let raw) where raw > 0: self = .row(raw)
    case .text(let text):
      let plain = foldedCode(text)
      if Of.digitsOfName == plain.utf8.count, plain.utf8.allSatisfy(isDigit) {
        self = .name(plain)
      } else if let raw = Int64(plain), raw > 0, CanonicalJSON.integers.contains(raw) {
        self = .row(raw)
      } else if let prefix = Of.prefix, plain.hasPrefix(prefix + "-"), plain.utf8.count <= 40 {
        let rest = plain.dropFirst(prefix.count + 1)
        self = rest.utf8.allSatisfy(isDigit) ? Int64(rest).map(Self.row) ?? .code(plain) : .code(plain)
      } else if Of.otherNames != nil, case let name = PersianText.trimmed(text), !name.isEmpty, name.utf8.count <= 400 {
        self = .name(name)
      } else {
        throw Self.unreadable
      }
    default: throw Self.unreadable
    }
  }

  /// A number for a row, text for a code.
  public var value: Value {
    switch self {
    case .row(let raw): .int(raw)
    case .code(let code): .text(code)
    case .name(let name): .text(name)
    }
  }

  private static var unreadable: FieldFault {
    let example = Of.prefix.map { "\($0)-27-1405-0012" } ?? "12"
    return FieldFault(
      "", "field.reference",
      Texts("باید شماره یا کد \(Of.texts.fa) باشد، مانند \(example).", "Must be the number or code of \(Of.texts.en), such as \(example)."))
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

/// A typed code as it is stored: upper case, Latin digits, neither blanks nor half-spaces nor invisible controls.
func foldedCode(_ text: String) -> String {
  let code = PersianText.asciiDigits(PersianText.withoutControls(text)).uppercased().unicodeScalars
  return String(code.filter { !$0.properties.isWhitespace && !$0.properties.isJoinControl })
}
