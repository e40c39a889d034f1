import Secrets

/// A SHA-256 value in the tree: a leaf, an inner node or a root. Always 32 bytes, so that no check can be fooled by
/// a shorter one.
public struct TreeHash: Hashable, Sendable {
  /// Length of every hash, in bytes.
  public static let length = 32

  /// The root of the tree that holds nothing (RFC 6962 2.1).
  public static let emptyRoot = TreeHash(trusted: Digest.sha256([]))

  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Nil unless there are exactly 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// Nil unless the text is strict base 64 of exactly 32 bytes.
  public init?<Text: StringProtocol>(base64 text: Text) {
    guard let bytes = Base64.decode(standard: text) else { return nil }
    self.init(bytes)
  }

  private init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// The hash of an entry: SHA-256(0x00 ‖ entry).
  public static func leaf(_ entry: [UInt8]) -> TreeHash {
    TreeHash(trusted: Digest.sha256(prefix: 0, entry))
  }

  /// The hash over two subtrees: SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
    TreeHash(trusted: Digest.sha256(prefix: 1, left.bytes, right.bytes))
  }

  /// As it stands in checkpoints and proofs.
  public var base64: String { Base64.standard(bytes) }
}

extension TreeHash: CustomStringConvertible {
  /// Lower-case hexadecimal, as `sha256sum` prints it.
  public var description: String { Hex.encode(bytes) }
}
