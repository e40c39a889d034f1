import CSodium

/// Bytes of a secret on guarded pages of their own: kept out of swap where the system allows it, wiped when freed.
final class SecretMemory: Sendable {
  // Safe because the pages are written only inside init and are made read-only before anyone else can reach them.
  nonisolated(unsafe) private let pages: UnsafeMutableRawPointer
  private let count: Int

  /// Takes `count` zeroed bytes and lets `fill` write the secret straight into them.
  init(count: Int, fill: (UnsafeMutablePointer<UInt8>) throws -> Void) throws {
    guard Sodium.ready, let pages = sodium_malloc(count) else { throw SecretFault.noMemory }
    sodium_memzero(pages, count)
    do {
      try fill(pages.assumingMemoryBound(to: UInt8.self))
    } catch {
      sodium_free(pages)
      throw error
    }
    sodium_mprotect_readonly(pages)
    self.pages = pages
    self.count = count
  }

  deinit { sodium_free(pages) }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: pages, count: count))
  }

  func withPointer<Result>(_ body: (UnsafePointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafePointer(pages.assumingMemoryBound(to: UInt8.self)))
  }
}

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
