public import Jalali

/// The one shape in which data passes between the faces (HTTP, console, CSV), the features and the store.
///
/// There is no floating-point case on purpose: money is integer rial, shares are integers over a stated base,
/// and a ledger leaf must mean the same to every reader (RFC 8785, restricted profile).
public enum Value: Sendable, Equatable {
  /// Nothing; what was not given.
  case null
  /// Yes or no.
  case bool(Bool)
  /// A whole number; money is rial, a share hundredths of a percent.
  case int(Int64)
  /// Text as it was given, not normalised.
  case text(String)
  /// A day without time and zone; ISO 8601 in JSON.
  case day(JalaliDay)
  /// Octets; lower-case hexadecimal in JSON.
  case bytes([UInt8])
  /// Personal data that is encrypted at rest, masked for people without the right, committed (not copied) in the ledger.
  indirect case secret(Value)
  /// Personal data that must stay searchable in the store; committed (not copied) in the ledger.
  indirect case personal(Value)
  /// Several values, in order.
  case list([Value])
  /// Named values, in declared order.
  case object([Member])

  /// A name and its value; an object keeps the order in which they were declared.
  public struct Member: Sendable, Equatable {
    /// As in JSON: the property's name, or the column's in the ledger.
    public var name: String
    /// What it holds.
    public var value: Value

    /// A name and its value.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }
}

extension Value {
  /// The member of that name, of an object; nil for anything else.
  public subscript(name: String) -> Value? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The members of an object; none of anything else.
  public var members: [Member] { if case .object(let members) = self { members } else { [] } }
  /// The items of a list; none of anything else.
  public var items: [Value] { if case .list(let items) = self { items } else { [] } }
  /// The text; nil for anything else, also for a guarded text.
  public var string: String? { if case .text(let text) = self { text } else { nil } }
  /// The number; nil for anything else.
  public var integer: Int64? { if case .int(let int) = self { int } else { nil } }
  /// The truth value; nil for anything else.
  public var boolean: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  /// Whether nothing was given.
  public var isNull: Bool { if case .null = self { true } else { false } }

  /// An object from pairs, for answers that are put together by hand.
  public static func record(_ pairs: KeyValuePairs<String, Value>) -> Value {
    .object(pairs.map { Member($0.key, $0.value) })
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  /// A literal text.
  public init(stringLiteral text: String) { self = .text(text) }
  /// A literal whole number.
  public init(integerLiteral number: Int64) { self = .int(number) }
  /// A literal truth value.
  public init(booleanLiteral flag: Bool) { self = .bool(flag) }
  /// A literal list.
  public init(arrayLiteral items: Value...) { self = .list(items) }
}
