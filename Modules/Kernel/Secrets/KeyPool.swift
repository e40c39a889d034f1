import CSodium
import Synchronization

/// Room for many keys that come and go by the thousand, such as those of single persons: places on guarded pages that the
/// keys share.
///
/// A key on pages of its own costs some ten system calls and 16 KiB of addresses, 4 KiB of which count against what a process
/// may lock. A pool has pages from `sodium_malloc` too, and so keeps what matters of a key's life in memory: the pages are
/// locked and left out of core dumps, guard pages stand before and behind them, every place is wiped as soon as its last
/// user lets go, and handed out zeroed. It gives up one thing: pages that keys go in and out of cannot be made read-only,
/// and no guard page stands between two keys. Keys of the installation, which live as long as the process, therefore keep
/// pages of their own.
public final class KeyPool: Sendable {
  /// Keys on one set of pages: they fill one page of 4 KiB.
  static let placesOfBlock = 128

  private struct Block: Sendable {
    // Safe because the pointer never changes, and a place behind it belongs to whoever took it and to nobody else.
    nonisolated(unsafe) let start: UnsafeMutableRawPointer
  }

  private struct State {
    var blocks: [Block] = []
    var free: [Int] = []
  }

  private let state = Mutex(State())

  /// An empty pool; it grows by a page whenever no place is left, and keeps its pages until it goes itself.
  public init() {}

  deinit {
    // Every key holds on to its pool, so nobody stands on the pages any more.
    state.withLock { state in
      for block in state.blocks { sodium_free(block.start) }
    }
  }

  /// Places that hold a key now.
  var taken: Int { state.withLock { $0.blocks.count * KeyPool.placesOfBlock - $0.free.count } }

  /// A place of zeroed bytes.
  func take() throws -> Int {
    try state.withLock { state in
      if let place = state.free.popLast() { return place }
      let count = KeyPool.placesOfBlock * SecretKey.length
      guard Sodium.ready, let start = sodium_malloc(count) else { throw SecretFault.noMemory }
      sodium_memzero(start, count)
      let first = state.blocks.count * KeyPool.placesOfBlock
      state.blocks.append(Block(start: start))
      state.free.append(contentsOf: (first + 1..<first + KeyPool.placesOfBlock).reversed())
      return first
    }
  }

  func start(of place: Int) -> UnsafeMutableRawPointer {
    let (block, index) = place.quotientAndRemainder(dividingBy: KeyPool.placesOfBlock)
    return state.withLock { $0.blocks[block] }.start + index * SecretKey.length
  }

  /// Wipes a place and lets others have it.
  func giveBack(_ place: Int) {
    sodium_memzero(start(of: place), SecretKey.length)
    state.withLock { $0.free.append(place) }
  }
}
