import CSodium

/// One-shot digests of bytes in memory.
public enum Digest {
  /// Lengths a BLAKE2b digest is asked for here, in bytes.
  public enum Length: Int, Sendable {
    /// 128 bits: blind indexes, entity tags, the marks of a list's pages.
    case bytes16 = 16
    /// 256 bits, the length of a key or of SHA-256.
    case bytes32 = 32
    /// 512 bits, what minisign signs in place of a file.
    case bytes64 = 64
  }

  /// SHA-256 (FIPS 180-4), 32 bytes.
  public static func sha256(_ message: [UInt8]) -> [UInt8] {
    message.withUnsafeBytes { sha256($0) }.bytes
  }

  /// The same of bytes that are not in an array, without one.
  public static func sha256(_ message: UnsafeRawBufferPointer) -> Bytes32 {
    let message = message.bindMemory(to: UInt8.self)
    return Bytes32 { digest in
      if Sodium.hasSHA256 {
        hamyar_sha256(digest, message.baseAddress, message.count)
      } else {
        crypto_hash_sha256(digest, message.baseAddress, UInt64(message.count))
      }
    }
  }

  /// SHA-256 of one byte followed by `left` and `right`.
  public static func sha256(prefix: UInt8, _ left: Bytes32, _ right: Bytes32) -> Bytes32 {
    withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Bytes32.count, alignment: 8) { joined in
      joined[0] = prefix
      left.withBytes { UnsafeMutableRawBufferPointer(rebasing: joined[1...]).copyMemory(from: $0) }
      right.withBytes { UnsafeMutableRawBufferPointer(rebasing: joined[(1 + Bytes32.count)...]).copyMemory(from: $0) }
      return sha256(UnsafeRawBufferPointer(joined))
    }
  }

  /// BLAKE2b (RFC 7693); with a key it is a message authentication code.
  public static func blake2b(_ message: [UInt8], length: Length = .bytes32, key: SecretKey? = nil) -> [UInt8] {
    let count = length.rawValue
    var digest = [UInt8](repeating: 0, count: count)
    if let key {
      key.withPointer {
        _ = crypto_generichash(&digest, count, message, UInt64(message.count), $0, SecretKey.length)
      }
    } else {
      crypto_generichash(&digest, count, message, UInt64(message.count), nil, 0)
    }
    return digest
  }
}

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

/// A keyed digest that finds an encrypted value by equality. It shows which rows are equal and nothing else;
/// without a key the few possible national ids could simply be tried.
public enum BlindIndex {
  /// 16 bytes for a value already in its normal form. `column` keeps equal values of different columns apart and
  /// must not contain a NUL.
  public static func of(_ value: String, column: String, key: SecretKey) -> [UInt8] {
    Digest.blake2b(Array(column.utf8) + [0] + Array(value.utf8), length: .bytes16, key: key)
  }
}

/// What is stored of a bearer token: a keyed BLAKE2b digest, so that a copy of the database holds no usable token.
public enum TokenHash {
  /// The 32-byte digest of a token as the client sends it.
  public static func of(_ token: String, key: SecretKey) -> [UInt8] {
    Digest.blake2b(Array(token.utf8), length: .bytes32, key: key)
  }
}

/// Comparison that takes the same time wherever the first difference lies.
public enum ConstantTime {
  /// Whether both hold the same bytes; only the lengths may show in the time it takes.
  public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && sodium_memcmp(left, right, left.count) == 0
  }
}
