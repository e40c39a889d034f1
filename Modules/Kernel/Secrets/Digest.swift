import CSodium

/// One-shot digests of bytes in memory.
public enum Digest {
  /// Lengths a BLAKE2b digest is asked for here, in bytes.
  public enum Length: Int, Sendable {
    case bytes16 = 16
    case bytes32 = 32
    case bytes64 = 64
  }

  /// SHA-256 (FIPS 180-4), 32 bytes.
  public static func sha256(_ message: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256(&digest, message, UInt64(message.count))
    return digest
  }

  /// SHA-256 of one byte followed by `message`, without joining them first.
  public static func sha256(prefix: UInt8, _ message: [UInt8]) -> [UInt8] {
    var stream = SHA256Stream()
    stream.update(prefix)
    stream.update(message)
    return stream.finish()
  }

  /// SHA-256 of one byte followed by `left` and `right`, without joining them first.
  public static func sha256(prefix: UInt8, _ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var stream = SHA256Stream()
    stream.update(prefix)
    stream.update(left)
    stream.update(right)
    return stream.finish()
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
