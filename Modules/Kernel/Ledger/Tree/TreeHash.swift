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
