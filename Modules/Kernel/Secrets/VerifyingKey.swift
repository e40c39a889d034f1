import CSodium

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
