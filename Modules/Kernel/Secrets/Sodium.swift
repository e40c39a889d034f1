import CSodium

/// The cryptographic library as a whole.
public enum Sodium {
  /// True once libsodium has chosen its implementations and found a source of randomness.
  /// Evaluated once, on first use, from whichever thread comes first. A host that reads `false` must not serve.
  public static let ready: Bool = sodium_init() >= 0

  /// Whether the processor has instructions for SHA-256, which libsodium 1.0.18 does not use.
  static let hasSHA256 = hamyar_has_sha256() != 0
}
