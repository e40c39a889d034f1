import CSodium

/// SipHash-2-4 under a random key: 64 bits that nobody without the key can aim at. For sums over sets and for finding
/// things in memory; never stored, never shown.
public struct ShortHash: Sendable {
  private let key: Bytes32

  /// A fresh key.
  public init() {
    _ = Sodium.ready
    key = Bytes32 { randombytes_buf($0, Bytes32.count) }
  }

  /// Of some bytes.
  public func of(_ message: UnsafeRawBufferPointer) -> UInt64 {
    let message = message.bindMemory(to: UInt8.self)
    var hash: UInt64 = 0
    withUnsafeMutablePointer(to: &hash) { hash in
      hash.withMemoryRebound(to: UInt8.self, capacity: 8) { hash in
        key.withPointer { _ = crypto_shorthash(hash, message.baseAddress, UInt64(message.count), $0) }
      }
    }
    return hash
  }

  /// Of two numbers in this order.
  public func of(_ first: UInt64, _ second: UInt64) -> UInt64 {
    withUnsafeBytes(of: (first, second)) { of($0) }
  }
}
