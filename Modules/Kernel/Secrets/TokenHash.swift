/// What is stored of a bearer token: a keyed BLAKE2b digest, so that a copy of the database holds no usable token.
public enum TokenHash {
  /// The 32-byte digest of a token as the client sends it.
  public static func of(_ token: String, key: SecretKey) -> [UInt8] {
    Digest.blake2b(Array(token.utf8), length: .bytes32, key: key)
  }
}
