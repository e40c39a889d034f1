import Jalali

/// The ledger's encoding `audit-json/1`: RFC 8785 restricted so that every sane sorter agrees.
///
/// Object names match `[a-z0-9_.]{1,40}`, integers stay within ±(2^53-1), there are no floats, strings are escaped
/// as RFC 8785 3.2.2.2 says. Readers hash the stored bytes; nothing is ever serialised again to be verified.
public enum CanonicalJSON {
  /// Integers that every reader of JSON holds exactly (I-JSON, RFC 7493 2.2).
  static let integers: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991
  /// Bytes of a name, at most.
  static let longestName = 40

  /// What stands for a guarded value: writes it, given the member's name and the value within.
  public typealias Guard = (_ name: String, _ value: Value, _ buffer: inout JSONBuffer) throws -> Void

  /// - Throws: `FieldFault` that names the offending member; it never writes something it could not read back.
  public static func write(_ value: Value) throws -> [UInt8] {
    var buffer = JSONBuffer(capacity: 512)
    try put(value, into: &buffer)
    return buffer.array
  }

  /// The same at the end of a text being written.
  ///
  /// - Throws: `FieldFault` for a guarded value, for a name outside `[a-z0-9_.]{1,40}` or given twice, and for a number beyond ±(2^53-1).
  public static func put(_ value: Value, into buffer: inout JSONBuffer) throws {
    switch value {
    case .null: buffer.raw("null")
    case .bool(let flag): buffer.raw(flag ? "true" : "false")
    case .int(let number): try put(number, into: &buffer)
    case .text(let text): buffer.put(text)
    case .day(let day): buffer.put(iso: day)
    case .bytes(let data): buffer.quoteHex(data)
    case .secret, .personal: throw fault("ledger.personal-data", "a personal value")
    case .list(let items):
      buffer.put(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { buffer.put(UInt8(ascii: ",")) }
        try put(item, into: &buffer)
      }
      buffer.put(UInt8(ascii: "]"))
    case .object(let members): try put(members, into: &buffer)
    }
  }

  /// A whole number, as digits without a decimal point.
  ///
  /// - Throws: `FieldFault` for one that not every reader would hold exactly, beyond ±(2^53-1).
  public static func put(_ number: Int64, into buffer: inout JSONBuffer) throws {
    guard integers.contains(number) else { throw fault("ledger.number", "\(number)") }
    buffer.put(number)
  }

  /// An object, its members in whatever order. Guarded values are refused unless `covering` writes something else.
  ///
  /// - Throws: `FieldFault` as `put(_:into:)` of a value does, and whatever `covering` throws.
  public static func put(
    _ members: [Value.Member], into buffer: inout JSONBuffer, covering: Guard? = nil
  ) throws {
    buffer.put(UInt8(ascii: "{"))
    try inOrder(members) { place, index, previous in
      let name = members[index].name
      guard isName(name), previous.map({ members[$0].name != name }) ?? true else { throw fault("ledger.name", name) }
      if place > 0 { buffer.put(UInt8(ascii: ",")) }
      // A name has nothing to escape.
      buffer.put(name)
      buffer.put(UInt8(ascii: ":"))
      switch (members[index].value, covering) {
      case (.secret(let inner), let covering?), (.personal(let inner), let covering?): try covering(name, inner, &buffer)
      case (let value, _): try put(value, into: &buffer)
      }
    }
    buffer.put(UInt8(ascii: "}"))
  }

  /// Goes over members by their names. Most stand in order already; few enough are out of it to be put in order by
  /// insertion, without copying them.
  private static func inOrder(
    _ members: [Value.Member], _ body: (_ place: Int, _ index: Int, _ previous: Int?) throws -> Void
  ) rethrows {
    try withUnsafeTemporaryAllocation(of: Int.self, capacity: members.count) { order in
      for index in members.indices {
        var place = index
        // The order of Swift's strings is that of their bytes where both are ASCII; others are refused anyway.
        while place > 0, members[index].name < members[order[place - 1]].name {
          order[place] = order[place - 1]
          place -= 1
        }
        order[place] = index
      }
      for place in order.indices { try body(place, order[place], place > 0 ? order[place - 1] : nil) }
    }
  }

  /// Whether an object may have a member of that name.
  public static func isName(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { (1...longestName).contains($0.count) && $0.allSatisfy(isOfName) }
  }

  @inline(__always) static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2E
  }

  private static func fault(_ code: String, _ what: String) -> FieldFault {
    FieldFault("", code, Texts("در دفتر ثبت‌شدنی نیست: \(what)", "Cannot stand in the ledger: \(what)"))
  }
}
