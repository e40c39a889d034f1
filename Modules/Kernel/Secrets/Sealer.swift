import CSodium

/// Authenticated encryption with XChaCha20-Poly1305-IETF. A box is the random 24-byte nonce followed by the
/// ciphertext and its 16-byte tag. The place a value belongs to (table, column, row, key version) goes into `aad`,
/// so that a box moved elsewhere does not open.
public struct Sealer: Sendable {
  /// Length of the random nonce at the beginning of every box.
  public static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tagLength = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

  /// How many bytes longer a box is than what it holds.
  public static let overhead = nonceLength + tagLength

  private let key: SecretKey

  /// Seals and opens with `key`.
  public init(key: SecretKey) { self.key = key }

  /// A box that only the same key and the same `aad` open.
  public func seal(_ plain: [UInt8], aad: [UInt8]) -> [UInt8] {
    var draw = RandomDraw(count: Self.nonceLength)
    return seal(plain, aad: aad, drawing: &draw)
  }

  /// The same where many boxes are made at once.
  ///
  /// - Parameters:
  ///   - lead: bytes that stand in the clear before the box.
  ///   - draw: where the nonce is taken from.
  public func seal(_ plain: [UInt8], aad: [UInt8], after lead: [UInt8] = [], drawing draw: inout RandomDraw) -> [UInt8] {
    plain.withUnsafeBytes { seal($0, aad: aad, after: lead, drawing: &draw) }
  }

  /// A box around another key, such as one person's data key.
  public func seal(_ secret: SecretKey, aad: [UInt8]) -> [UInt8] {
    var draw = RandomDraw(count: Self.nonceLength)
    return seal(secret, aad: aad, drawing: &draw)
  }

  /// The same where the nonce was drawn together with something else.
  public func seal(_ secret: SecretKey, aad: [UInt8], drawing draw: inout RandomDraw) -> [UInt8] {
    secret.withBytes { seal($0, aad: aad, after: [], drawing: &draw) }
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
  /// - Parameter pool: where the key is kept, for one of many that come and go; else it has pages of its own.
  /// - Throws: `SecretFault.notAuthentic` as `open` does, `SecretFault.wrongLength` when it holds something else than a
  ///   key, `SecretFault.noMemory` without protected memory.
  public func openKey(_ box: [UInt8], aad: [UInt8], in pool: KeyPool? = nil) throws -> SecretKey {
    let length = try plainLength(of: box)
    guard length == SecretKey.length else {
      throw SecretFault.wrongLength(expected: SecretKey.length, actual: length)
    }
    return try SecretKey(in: pool) { try open(box, aad: aad, into: $0) }
  }

  private func seal(
    _ plain: UnsafeRawBufferPointer, aad: [UInt8], after lead: [UInt8], drawing draw: inout RandomDraw
  ) -> [UInt8] {
    let plain = plain.bindMemory(to: UInt8.self)
    let length = lead.count + Self.overhead + plain.count
    return [UInt8](unsafeUninitializedCapacity: length) { out, count in
      guard let start = out.baseAddress else { return }
      for (place, byte) in lead.enumerated() { (start + place).initialize(to: byte) }
      let nonce = start + lead.count
      draw.take(Self.nonceLength, into: nonce)
      key.withPointer {
        _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
          nonce + Self.nonceLength, nil, plain.baseAddress, UInt64(plain.count), aad, UInt64(aad.count), nil, nonce, $0)
      }
      count = length
    }
  }

  private func plainLength(of box: [UInt8]) throws -> Int {
    guard box.count >= Self.overhead else { throw SecretFault.notAuthentic }
    return box.count - Self.overhead
  }

  private func open(_ box: [UInt8], aad: [UInt8], into out: UnsafeMutablePointer<UInt8>?) throws {
    let isAuthentic = box.withUnsafeBufferPointer { box in
      guard let nonce = box.baseAddress else { return false }
      let length = UInt64(box.count - Self.nonceLength)
      return key.withPointer {
        crypto_aead_xchacha20poly1305_ietf_decrypt(out, nil, nil, nonce + Self.nonceLength, length, aad, UInt64(aad.count), nonce, $0) == 0
      }
    }
    guard isAuthentic else { throw SecretFault.notAuthentic }
  }
}
