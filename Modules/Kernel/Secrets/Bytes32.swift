import Values

/// Thirty-two bytes held in place: digests are made and compared by the million, and none of them needs a heap.
public struct Bytes32: Hashable, Sendable {
  /// How many there are.
  public static let count = 32

  // As they stand in memory; only ever compared, never reckoned with.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  /// All of them zero.
  public init() {}

  /// Nil unless there are exactly 32.
  public init?(_ raw: UnsafeRawBufferPointer) {
    guard raw.count == Bytes32.count else { return nil }
    withUnsafeMutableBytes(of: &self) { $0.copyMemory(from: raw) }
  }

  /// Nil unless there are exactly 32.
  public init?(_ bytes: [UInt8]) {
    guard let read = bytes.withUnsafeBytes({ Bytes32($0) }) else { return nil }
    self = read
  }

  /// Nil unless there are exactly 64 lower-case hexadecimal digits.
  public init?(hex digits: UnsafeRawBufferPointer) {
    guard digits.count == 2 * Bytes32.count else { return nil }
    let isHex = withUnsafeMutableBytes(of: &self) { bytes in
      var all: UInt8 = 0
      for index in bytes.indices {
        let (high, low) = (Hex.value(of: digits[2 * index]), Hex.value(of: digits[2 * index + 1]))
        all |= high | low
        bytes[index] = high << 4 | low & 15
      }
      return all < 16
    }
    guard isHex else { return nil }
  }

  /// Fills them from outside Swift.
  init(filledBy fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    withUnsafeMutablePointer(to: &self) { $0.withMemoryRebound(to: UInt8.self, capacity: Bytes32.count, fill) }
  }

  /// A copy on the heap.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  /// Lower-case hexadecimal.
  public var hex: String { Hex.encode(bytes) }

  /// Lends them out without a copy.
  @inline(__always)
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withUnsafeBytes(of: self, body)
  }

  /// Lends their address, for calls into C.
  func withPointer<Result>(_ body: (UnsafePointer<UInt8>) throws -> Result) rethrows -> Result {
    try withUnsafePointer(to: self) { try $0.withMemoryRebound(to: UInt8.self, capacity: Bytes32.count, body) }
  }
}
