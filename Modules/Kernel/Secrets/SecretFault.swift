/// Why a secret could not be taken into protected memory or used.
public enum SecretFault: Error, Equatable, Sendable {
  /// Key material of another length than the algorithm takes; lengths in bytes.
  case wrongLength(expected: Int, actual: Int)
  /// The system gave no memory for the secret or for the password hash.
  case noMemory
  /// A sealed box is cut short, was altered, or belongs to another key or place.
  case notAuthentic

  /// The reason in Persian.
  public var fa: String {
    switch self {
    case .wrongLength(let expected, let actual): "طول کلید \(actual) بایت است؛ باید \(expected) بایت باشد."
    case .noMemory: "حافظهٔ محافظت‌شده برای داده‌های محرمانه در دسترس نیست."
    case .notAuthentic: "دادهٔ رمزشده دست‌خورده یا ناقص است، یا با کلید دیگری رمز شده است."
    }
  }

  /// The reason in English.
  public var en: String {
    switch self {
    case .wrongLength(let expected, let actual): "The key has \(actual) bytes; \(expected) are needed."
    case .noMemory: "No protected memory is available for secrets."
    case .notAuthentic: "The encrypted value was altered or cut, or was encrypted with another key."
    }
  }
}
