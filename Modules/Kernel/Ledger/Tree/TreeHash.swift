import Secrets
import Values

/// A SHA-256 value in the tree: a leaf, an inner node or a root. Always 32 bytes, so that no check can be fooled by
/// a shorter one.
public struct TreeHash: Hashable, Sendable {
  /// Length of every hash, in bytes.
  public static let length = Bytes32.count

  /// The root of the tree that holds nothing (RFC 6962 2.1).
  public static let emptyRoot = TreeHash(Digest.sha256(UnsafeRawBufferPointer(start: nil, count: 0)))

  let value: Bytes32

  init(_ value: Bytes32) { self.value = value }

  /// Nil unless there are exactly 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard let value = Bytes32(bytes) else { return nil }
    self.value = value
  }

  /// Nil unless the text is strict base 64 of exactly 32 bytes.
  public init?<Text: StringProtocol>(base64 text: Text) {
    guard let bytes = Base64.decode(standard: text) else { return nil }
    self.init(bytes)
  }

  /// What is hashed before an entry.
  static let leafPrefix: UInt8 = 0

  /// The hash of an entry: SHA-256(0x00 ‖ entry).
  public static func leaf(_ entry: [UInt8]) -> TreeHash {
    leaf(prefixed: [leafPrefix] + entry)
  }

  /// The same of bytes that begin with the prefix already.
  static func leaf(prefixed bytes: [UInt8]) -> TreeHash {
    bytes.withUnsafeBytes { TreeHash(Digest.sha256($0)) }
  }

  /// The hash over two subtrees: SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
    TreeHash(Digest.sha256(prefix: 1, left.value, right.value))
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { value.bytes }

  /// As it stands in checkpoints and proofs.
  public var base64: String { Base64.standard(bytes) }
}

extension TreeHash: CustomStringConvertible {
  /// Lower-case hexadecimal, as `sha256sum` prints it.
  public var description: String { value.hex }
}

/// Where a complete subtree stands: at `level` it spans 2^level entries, and `index` counts such subtrees from the
/// left. Level 0 are the leaves.
public struct NodePlace: Hashable, Sendable {
  /// Height above the leaves, 0...63.
  public let level: Int
  /// Number of complete subtrees of that level to the left.
  public let index: UInt64

  /// Names a place; whether it is complete depends on the size of the tree.
  public init(level: Int, index: UInt64) {
    self.level = level
    self.index = index
  }
}

/// A complete subtree and its hash. Once it exists it never changes.
public struct TreeNode: Hashable, Sendable {
  /// Where it stands.
  public let place: NodePlace
  /// Its hash.
  public let hash: TreeHash

  /// Puts a hash in its place.
  public init(_ place: NodePlace, _ hash: TreeHash) {
    self.place = place
    self.hash = hash
  }
}

/// A compact range (as transparency logs call it): the right edge of a growing tree, the hashes of the largest complete subtrees, from left to right. It is all that
/// is needed to append and to know the root.
public struct CompactRange: Equatable, Sendable {
  /// Number of entries so far.
  public private(set) var size: UInt64
  private var peaks: [TreeHash]

  /// The tree that holds nothing.
  public init() {
    self.size = 0
    self.peaks = []
  }

  /// The edge of a stored tree of `size` entries; `node` looks up complete subtrees.
  public init(size: UInt64, node: (NodePlace) throws -> TreeHash) rethrows {
    self.size = size
    self.peaks = try Self.places(size).map(node)
  }

  /// Where the subtrees of the edge stand for a size, from left to right.
  public static func places(_ size: UInt64) -> [NodePlace] {
    (0..<UInt64.bitWidth).reversed().compactMap { level in
      (size >> UInt64(level)) & 1 == 1 ? NodePlace(level: level, index: (size >> UInt64(level)) - 1) : nil
    }
  }

  /// Adds an entry's leaf hash. Returns every subtree this completes, the leaf itself first.
  public mutating func append(_ leaf: TreeHash) -> [TreeNode] {
    var completed: [TreeNode] = []
    append(leaf, level: 0) { completed.append($0) }
    return completed
  }

  /// Adds a complete subtree of 2^`level` entries, of which the size so far must be a multiple. Tells every subtree
  /// this completes, the one added first.
  mutating func append(_ subtree: TreeHash, level: Int, tell: (TreeNode) throws -> Void) rethrows {
    var place = NodePlace(level: level, index: size >> UInt64(level))
    var hash = subtree
    try tell(TreeNode(place, hash))
    while place.index & 1 == 1, let left = peaks.popLast() {
      hash = .node(left, hash)
      place = NodePlace(level: place.level + 1, index: place.index >> 1)
      try tell(TreeNode(place, hash))
    }
    peaks.append(hash)
    size += 1 << UInt64(level)
  }

  /// The root over all entries so far.
  public var root: TreeHash {
    guard let last = peaks.last else { return .emptyRoot }
    return peaks.dropLast().reversed().reduce(last) { .node($1, $0) }
  }
}
