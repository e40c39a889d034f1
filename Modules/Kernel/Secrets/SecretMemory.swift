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
