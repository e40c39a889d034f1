import CSodium

/// Authenticated encryption with XChaCha20-Poly1305-IETF. A box is the random 24-byte nonce followed by the
/// ciphertext and its 16-byte tag. The place a value belongs to (table, column, row, key version) goes into `aad`,
/// so that a box moved elsewhere does not open.
public struct Sealer: Sendable {
  private static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tagLength = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

  /// How many bytes longer a box is than what it holds.
  public static let overhead = nonceLength + tagLength

  private let key: SecretKey

  /// Seals and opens with `key`.
  public init(key: SecretKey) { self.key = key }

  /// A box that only the same key and the same `aad` open.
  public func seal(_ plain: [UInt8], aad: [UInt8]) -> [UInt8] {
    plain.withUnsafeBytes { seal($0, aad: aad) }
  }

  /// A box around another key, such as one person's data key.
  public func seal(_ secret: SecretKey, aad: [UInt8]) -> [UInt8] {
    secret.withBytes { seal($0, aad: aad) }
  }

  /// What a box holds.
  ///
  /// - Throws: `SecretFault.notAuthentic` for a box that is cut, was altered, or belongs to another key or place.
  public func open(_ box: [UInt8], aad: [UInt8]) throws -> [UInt8] {
    let length = try plainLength(of: box)
    return try [UInt8](unsafeUninitializedCapacity: length) { out, count in
      try open(box, aad: aad, into: out.baseAddress)
      count = length
    }
  }

  /// The key a box holds.
  ///
  /// - Throws: `SecretFault.notAuthentic` as `open` does, `SecretFault.wrongLength` when it holds something else than a
  ///   key, `SecretFault.noMemory` without protected memory.
  public func openKey(_ box: [UInt8], aad: [UInt8]) throws -> SecretKey {
    let length = try plainLength(of: box)
    guard length == SecretKey.length else {
      throw SecretFault.wrongLength(expected: SecretKey.length, actual: length)
    }
    return try SecretKey { try open(box, aad: aad, into: $0) }
  }

  private func seal(_ plain: UnsafeRawBufferPointer, aad: [UInt8]) -> [UInt8] {
    let nonce = Random.bytes(Self.nonceLength)
    let plain = plain.bindMemory(to: UInt8.self)
    var sealed = [UInt8](repeating: 0, count: plain.count + Self.tagLength)
    key.withPointer {
      _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
        &sealed, nil, plain.baseAddress, UInt64(plain.count), aad, UInt64(aad.count), nil, nonce, $0)
    }
    return nonce + sealed
  }

  private func plainLength(of box: [UInt8]) throws -> Int {
    guard box.count >= Self.overhead else { throw SecretFault.notAuthentic }
    return box.count - Self.overhead
  }

  private func open(_ box: [UInt8], aad: [UInt8], into out: UnsafeMutablePointer<UInt8>?) throws {
    let nonce = Array(box.prefix(Self.nonceLength))
    let sealed = Array(box.dropFirst(Self.nonceLength))
    let opened = key.withPointer {
      crypto_aead_xchacha20poly1305_ietf_decrypt(
        out, nil, nil, sealed, UInt64(sealed.count), aad, UInt64(aad.count), nonce, $0)
    }
    guard opened == 0 else { throw SecretFault.notAuthentic }
  }
}
