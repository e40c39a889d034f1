import CSodium

/// The one key an installation keeps; every other symmetric key is derived from it.
public struct MasterKey: Sendable {
  private let key: SecretKey

  /// Takes the key read from its file.
  public init(_ key: SecretKey) { self.key = key }

  /// The key for one purpose (libsodium's `crypto_kdf`, BLAKE2b). `version` counts rotations from 1; each version is an
  /// unrelated key.
  ///
  /// - Throws: `SecretFault.noMemory` without protected memory.
  public func derive(_ purpose: KeyPurpose, version: UInt64 = 1) throws -> SecretKey {
    let context = purpose.rawValue.utf8.map { CChar(bitPattern: $0) }
    return try SecretKey { out in
      let derived = key.withPointer {
        crypto_kdf_derive_from_key(out, SecretKey.length, version, context, $0)
      }
      guard derived == 0 else { throw SecretFault.noMemory }
    }
  }
}
