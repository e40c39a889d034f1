import CSodium

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

  /// Lets `fill` write the 32 bytes straight into protected memory.
  init(fill: (UnsafeMutablePointer<UInt8>) throws -> Void) throws {
    self.memory = try SecretMemory(count: Self.length, fill: fill)
  }

  /// A fresh random key.
  ///
  /// - Throws: `SecretFault.noMemory` without protected memory.
  public static func random() throws -> SecretKey {
    try SecretKey { randombytes_buf($0, length) }
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
