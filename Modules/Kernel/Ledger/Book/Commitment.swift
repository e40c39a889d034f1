import Secrets

/// Stands for a guarded value in an entry: says nothing of the value, and yet no other value fits it.
///
/// SHA-256("audit-commit/1" LF ‖ nonce of 32 bytes ‖ epoch ‖ seq, 8 bytes each, big end first ‖ length of the field's
/// name in one byte ‖ the name ‖ the value as JSON). The nonce is fresh for each field; without it a national id
/// would be found by trying all of them.
struct Commitment {
  static let nonceLength = 32

  let digest: Bytes32
  /// Nonce and value, what has to be shown to open it.
  let opening: [UInt8]

  init(_ plain: [UInt8], field: String, epoch: Int64, seq: Int64) {
    self.init(opening: Random.bytes(Commitment.nonceLength) + plain, field: field, epoch: epoch, seq: seq)
  }

  init(opening: [UInt8], field: String, epoch: Int64, seq: Int64) {
    self.opening = opening
    var text = Array("audit-commit/1\n".utf8)
    text.reserveCapacity(96 + opening.count)
    text += opening.prefix(Commitment.nonceLength)
    text += LedgerText.bigEndian(UInt64(bitPattern: epoch)) + LedgerText.bigEndian(UInt64(bitPattern: seq))
    text.append(UInt8(truncatingIfNeeded: field.utf8.count))
    text += field.utf8
    text += opening.dropFirst(Commitment.nonceLength)
    digest = text.withUnsafeBytes { Digest.sha256($0) }
  }
}
