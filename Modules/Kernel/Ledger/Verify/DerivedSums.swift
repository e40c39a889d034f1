import Secrets
import Store

/// Whether inner nodes and query indexes are what the entries make of them: proofs and the separation of duties read
/// them. Compares sums, along the way; where they differ `DerivedSearch` finds out what is wrong.
final class DerivedSums {
  /// One derived table being read.
  private struct Stored {
    let rows: Statement
    var sum = SetSum()
    var isDone = false
    /// A row that can belong to no entry.
    var isForeign = false
  }

  private let key: ShortHash
  private var stored: [Stored]
  private var expected = [SetSum](repeating: SetSum(), count: 2)
  /// Why a table could not be read.
  private var fault: StoreFault?

  init(key: ShortHash, on connection: Connection) throws {
    self.key = key
    stored = try [
      "SELECT epoch, level, idx, hash FROM main.audit_node", "SELECT obj, entry, actor FROM main.audit_ix",
    ].map { Stored(rows: try connection.privileged(text: $0)) }
  }

  /// What a batch adds, besides what is within its own subtree.
  func take(_ batch: ReadBatch) {
    expected[0].add(batch.nodes)
    expected[1].add(batch.listings)
  }

  func take(_ node: TreeNode) { expected[0].add(node.term(key)) }

  /// Reads on for a while, so that the other threads have something to do meanwhile.
  func advance(rows count: Int) {
    for table in stored.indices {
      do {
        try advance(table, rows: count)
      } catch {
        fault = fault ?? error as? StoreFault
        stored[table].isDone = true
      }
    }
  }

  private func advance(_ table: Int, rows count: Int) throws {
    var left = count
    let rows = stored[table].rows
    while left > 0, !stored[table].isDone {
      left -= 1
      guard try rows.step() else {
        stored[table].isDone = true
        return
      }
      if let term = table == 0 ? node(rows) : listing(rows) {
        stored[table].sum.add(term)
      } else {
        stored[table].isForeign = true
      }
    }
  }

  private func node(_ rows: Statement) -> UInt64? {
    guard rows.int(0) == 1, rows.int(1) > 0, let level = Int(exactly: rows.int(1)), let index = UInt64(exactly: rows.int(2)),
      let hash = rows.withRaw(3, { Bytes32($0) })
    else { return nil }
    return TreeNode(NodePlace(level: level, index: index), TreeHash(hash)).term(key)
  }

  private func listing(_ rows: Statement) -> UInt64 {
    let object = rows.withRaw(0) { key.of($0) }
    let acting = rows.isNull(2) ? object : key.of(object, rows.withRaw(2) { key.of($0) })
    return key.of(acting, UInt64(bitPattern: rows.int(1)))
  }

  /// Reads to the end and compares.
  ///
  /// - Throws: what could not be read.
  func areRight() throws -> Bool {
    while stored.contains(where: { !$0.isDone }) { advance(rows: 1 << 20) }
    if let fault { throw fault }
    return stored.allSatisfy { !$0.isForeign } && stored.map(\.sum) == expected
  }

  /// Ends reads that were broken off.
  func close() { for table in stored { table.rows.reset() } }
}

/// Tells whether two sets are the same without keeping either: the sum of a keyed hash of each member. Nobody who
/// does not know the key, made for one verification, can bring two different sets to one sum.
struct SetSum: Equatable, Sendable {
  private var total: UInt64 = 0
  private(set) var count: Int64 = 0

  mutating func add(_ term: UInt64) {
    total &+= term
    count += 1
  }

  mutating func add(_ other: SetSum) {
    total &+= other.total
    count += other.count
  }
}

extension Bytes32 {
  /// Stands for a digest while two of them wait to be compared: a quarter of its length, and as safe as a sum.
  func mark(_ key: ShortHash) -> UInt64 { withBytes { key.of($0) } }
}

extension TreeNode {
  /// A node as a member of a set.
  func term(_ key: ShortHash) -> UInt64 {
    let place = key.of(UInt64(clamping: place.level), place.index)
    return key.of(place, hash.value.withBytes { key.of($0) })
  }
}
