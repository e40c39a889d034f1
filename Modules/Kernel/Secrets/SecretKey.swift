import CSodium
import Values

/// A symmetric key of 256 bits. Copies share one protected place in memory; the last one to go wipes it.
public struct SecretKey: Sendable {
  /// Length of every key, in bytes.
  public static let length = 32

  private let memory: SecretMemory

  /// Takes over 32 bytes; the caller's array is the caller's to wipe.
  ///
  /// - Throws: `SecretFault.wrongLength` for another length, `SecretFault.noMemory` without protected memory.
  public init(_ bytes: [UInt8]) throws {
    guard bytes.count == Self.length else {
      throw SecretFault.wrongLength(expected: Self.length, actual: bytes.count)
    }
    self.memory = try SecretMemory(count: Self.length) { $0.update(from: bytes, count: Self.length) }
  }

  /// Lets `fill` write the 32 bytes straight into protected memory: of a pool, for keys that come and go; else on pages of
  /// its own.
  init(in pool: KeyPool? = nil, fill: (UnsafeMutablePointer<UInt8>) throws -> Void) throws {
    if let pool { memory = try SecretMemory(in: pool, fill: fill) } else { memory = try SecretMemory(count: Self.length, fill: fill) }
  }

  /// A fresh random key.
  ///
  /// - Parameter pool: where it is kept, for one of many keys that come and go; else it has pages of its own.
  /// - Throws: `SecretFault.noMemory` without protected memory.
  public static func random(in pool: KeyPool? = nil) throws -> SecretKey {
    try SecretKey(in: pool) { randombytes_buf($0, length) }
  }

  /// Lends the raw bytes for the duration of `body`; they must not be kept.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try memory.withBytes(body)
  }

  func withPointer<Result>(_ body: (UnsafePointer<UInt8>) throws -> Result) rethrows -> Result {
    try memory.withPointer(body)
  }
}

extension SecretKey: CustomStringConvertible, CustomDebugStringConvertible {
  /// Says nothing of the key, so that a log line cannot give it away.
  public var description: String { "SecretKey(…)" }
  /// The same as `description`.
  public var debugDescription: String { description }
}

/// The one key an installation keeps; every other symmetric key is derived from it.
public struct MasterKey: Sendable {
  private let key: SecretKey

  /// Takes the key read from its file.
  public init(_ key: SecretKey) { self.key = key }

  /// The key for one purpose (libsodium's `crypto_kdf`, BLAKE2b). `version` counts rotations from 1; each version is an
  /// unrelated key.
  ///
  /// - Throws: `SecretFault.noMemory` without protected memory.
  public func derive(_ purpose: KeyPurpose, version: UInt64 = 1) throws -> SecretKey {
    let context = purpose.rawValue.utf8.map { CChar(bitPattern: $0) }
    return try SecretKey { out in
      let derived = key.withPointer {
        crypto_kdf_derive_from_key(out, SecretKey.length, version, context, $0)
      }
      guard derived == 0 else { throw SecretFault.noMemory }
    }
  }
}

/// What a key derived from the master key is for. Each purpose has a context of exactly eight ASCII bytes, which
/// must never change: another context is another key.
public enum KeyPurpose: String, CaseIterable, Sendable {
  /// Encrypts single fields of personal data.
  case field = "hm-field"
  /// Makes blind indexes for equality search.
  case index = "hm-index"
  /// Hashes bearer tokens before they are stored.
  case token = "hm-token"
  /// Encrypts back-ups.
  case backup = "hm-bckup"
  /// Authenticates the page marks handed to clients.
  case cursor = "hm-cursr"
  /// Wraps the data key of one person.
  case subject = "hm-subjk"
}

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
