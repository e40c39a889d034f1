import CSodium

/// SHA-256 of bytes that arrive in pieces. A copy goes on from the same point on its own.
public struct SHA256Stream {
  private var state = crypto_hash_sha256_state()

  /// Nothing hashed yet.
  public init() { crypto_hash_sha256_init(&state) }

  /// Takes one more byte.
  public mutating func update(_ byte: UInt8) {
    withUnsafePointer(to: byte) { _ = crypto_hash_sha256_update(&state, $0, 1) }
  }

  /// Takes the next piece.
  public mutating func update(_ bytes: [UInt8]) {
    crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
  }

  /// Takes the next piece from memory that is not an array, such as a row being read.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    crypto_hash_sha256_update(&state, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
  }

  /// The digest of all pieces, 32 bytes.
  public consuming func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256_final(&state, &digest)
    return digest
  }
}
