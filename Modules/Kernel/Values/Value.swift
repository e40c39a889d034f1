public import Jalali

/// The one shape in which data passes between the faces (HTTP, console, CSV), the features and the store.
///
/// There is no floating-point case on purpose: money is integer rial, shares are integers over a stated base,
/// and a ledger leaf must mean the same to every reader (RFC 8785, restricted profile).
public enum Value: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  case text(String)
  case day(JalaliDay)
  case bytes([UInt8])
  /// Personal data that is encrypted at rest, masked for people without the right, committed (not copied) in the ledger.
  indirect case secret(Value)
  /// Personal data that must stay searchable in the store; committed (not copied) in the ledger.
  indirect case personal(Value)
  case list([Value])
  case object([Member])

  /// A name and its value; an object keeps the order in which they were declared.
  public struct Member: Sendable, Equatable {
    public var name: String
    public var value: Value

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

  public var members: [Member] { if case .object(let members) = self { members } else { [] } }
  public var items: [Value] { if case .list(let items) = self { items } else { [] } }
  public var string: String? { if case .text(let text) = self { text } else { nil } }
  public var integer: Int64? { if case .int(let int) = self { int } else { nil } }
  public var boolean: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  public var isNull: Bool { if case .null = self { true } else { false } }

  /// An object from pairs, for answers that are put together by hand.
  public static func record(_ pairs: KeyValuePairs<String, Value>) -> Value {
    .object(pairs.map { Member($0.key, $0.value) })
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  public init(stringLiteral text: String) { self = .text(text) }
  public init(integerLiteral number: Int64) { self = .int(number) }
  public init(booleanLiteral flag: Bool) { self = .bool(flag) }
  public init(arrayLiteral items: Value...) { self = .list(items) }
}
