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
