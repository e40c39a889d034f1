import CSodium

/// Bytes of a secret in protected memory: between guard pages, kept out of swap and of core dumps where the system allows
/// it, wiped when freed. They stand on pages of their own, or in a place of a pool's.
final class SecretMemory: Sendable {
  // Safe because the bytes are written only inside init, before anyone else can reach them, and wiped only inside deinit.
  nonisolated(unsafe) private let bytes: UnsafeMutableRawPointer
  private let count: Int
  /// Whose pages they stand on, and where; nil on pages of their own.
  private let home: (pool: KeyPool, place: Int)?

  /// Takes `count` zeroed bytes on pages of their own, which are read-only once `fill` has written the secret into them.
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
    bytes = pages
    home = nil
    self.count = count
  }

  /// Takes the zeroed bytes of one key from a pool and lets `fill` write the secret straight into them.
  init(in pool: KeyPool, fill: (UnsafeMutablePointer<UInt8>) throws -> Void) throws {
    let place = try pool.take()
    let start = pool.start(of: place)
    do {
      try fill(start.assumingMemoryBound(to: UInt8.self))
    } catch {
      pool.giveBack(place)
      throw error
    }
    bytes = start
    home = (pool, place)
    count = SecretKey.length
  }

  deinit {
    if let home { home.pool.giveBack(home.place) } else { sodium_free(bytes) }
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  func withPointer<Result>(_ body: (UnsafePointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafePointer(bytes.assumingMemoryBound(to: UInt8.self)))
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
