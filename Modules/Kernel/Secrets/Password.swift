import CSodium
import Persian

/// Password hashing with Argon2id v1.3 (RFC 9106), t=2, m=64 MiB, p=1: about 70 ms and 64 MiB for each call, so
/// callers bound how many run at once. Passwords are taken byte for byte: no trimming, no folding.
public enum Password {
  private static let operations = UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE)
  private static let memory = Int(crypto_pwhash_MEMLIMIT_INTERACTIVE)
  private static let encodedLength = Int(crypto_pwhash_STRBYTES)

  /// A well-formed hash whose password nobody knows. Verifying against it costs as much as against a real one, so
  /// that a login with an unknown name takes as long as one with a wrong password.
  public static let decoy =
    "$argon2id$v=19$m=65536,t=2,p=1$sY2H9qgjavnyU+LmYIH4WQ$qEOE3J8U2sMPwVdHOqrSS0SwrpBgLJjJsombermy1UQ"

  /// The encoded hash with a fresh salt (Argon2id, RFC 9106).
  ///
  /// - Throws: `SecretFault.noMemory` when the system gives no memory for it.
  public static func hash(_ password: String) throws -> String {
    guard Sodium.ready else { throw SecretFault.noMemory }
    let bytes = bytes(of: password)
    var encoded = [CChar](repeating: 0, count: encodedLength)
    guard crypto_pwhash_str(&encoded, bytes, UInt64(bytes.count), operations, memory) == 0 else {
      throw SecretFault.noMemory
    }
    return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether the password is the one behind an encoded hash; false for a malformed hash too.
  public static func verify(_ password: String, against encoded: String) -> Bool {
    guard encoded.utf8.count < encodedLength else { return false }
    let bytes = bytes(of: password)
    return crypto_pwhash_str_verify(encoded, bytes, UInt64(bytes.count)) == 0
  }

  /// Whether the hash was made with other settings than today's; then hash anew at the next good login.
  public static func needsRehash(_ encoded: String) -> Bool {
    guard encoded.utf8.count < encodedLength else { return true }
    return crypto_pwhash_str_needs_rehash(encoded, operations, memory) != 0
  }

  private static func bytes(of password: String) -> [CChar] { password.utf8.map { CChar(bitPattern: $0) } }
}

/// Why a password may not be chosen.
public enum PasswordFault: Error, Equatable, Sendable {
  /// Fewer characters than the least allowed.
  case tooShort(minimum: Int)
  /// More characters than are taken.
  case tooLong(maximum: Int)
  /// One of the passwords tried first, or made of few such words, local names, short numbers and keyboard runs.
  case common
  /// Hardly any different characters.
  case monotonous
  /// The name of whoever chooses it is in it.
  case ownName

  /// The reason in Persian.
  public var fa: String {
    switch self {
    case .tooShort(let minimum): "گذرواژه باید دست‌کم \(PersianText.persianDigits(minimum)) نویسه داشته باشد."
    case .tooLong(let maximum): "گذرواژه حداکثر \(PersianText.persianDigits(maximum)) نویسه می‌تواند داشته باشد."
    case .common: "این گذرواژه از واژه‌ها یا دنباله‌های شناخته‌شده ساخته شده و زود حدس زده می‌شود."
    case .monotonous: "این گذرواژه از تکرار چند نویسه ساخته شده و زود حدس زده می‌شود."
    case .ownName: "نام یا نام کاربری خود شما در این گذرواژه آمده و زود حدس زده می‌شود؛ آن را بردارید."
    }
  }

  /// The reason in English.
  public var en: String {
    switch self {
    case .tooShort(let minimum): "The password needs at least \(minimum) characters."
    case .tooLong(let maximum): "The password may have at most \(maximum) characters."
    case .common: "The password is made of well-known words or keyboard runs and is soon guessed."
    case .monotonous: "The password repeats only a few characters and is soon guessed."
    case .ownName: "Your own name or user name is in the password, so that it is soon guessed; leave it out."
    }
  }
}
