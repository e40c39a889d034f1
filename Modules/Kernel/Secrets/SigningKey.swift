import CSodium

/// The private half of an Ed25519 pair (RFC 8032). Signatures are deterministic.
public struct SigningKey: Sendable {
  /// Length of a signature, in bytes.
  public static let signatureLength = 64

  private let memory: SecretMemory
  /// The public half.
  public let verifyingKey: VerifyingKey

  /// The pair that belongs to a seed of 32 bytes.
  ///
  /// - Throws: `SecretFault.noMemory` without protected memory.
  public init(seed: SecretKey) throws {
    var publicBytes = [UInt8](repeating: 0, count: VerifyingKey.length)
    self.memory = try SecretMemory(count: Int(crypto_sign_SECRETKEYBYTES)) { pair in
      _ = seed.withPointer { crypto_sign_seed_keypair(&publicBytes, pair, $0) }
    }
    self.verifyingKey = VerifyingKey(validated: publicBytes)
  }

  /// The 64-byte signature of `message`.
  public func sign(_ message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Self.signatureLength)
    memory.withPointer { _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), $0) }
    return signature
  }
}

/// The public half of an Ed25519 pair.
public struct VerifyingKey: Hashable, Sendable {
  /// Length of every public key, in bytes.
  public static let length = 32

  /// The encoded point.
  public let bytes: [UInt8]

  /// Nil unless there are exactly 32 bytes. Weak points are refused when verifying.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  init(validated bytes: [UInt8]) { self.bytes = bytes }

  /// Whether `signature` is this key's over `message`. Malleable signatures and small-order keys are refused.
  public func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    signature.count == SigningKey.signatureLength
      && crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }
}
