import Secrets

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
