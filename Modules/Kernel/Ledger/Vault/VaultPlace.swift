import Secrets

/// Where a sealed value belongs. It is part of what is authenticated: a box moved elsewhere does not open.
public struct VaultPlace: Sendable {
  /// Table, column and row id.
  public let table: String
  /// Its column.
  public let column: String
  /// Its row id.
  public let row: Int64

  /// Names a place.
  public init(table: String, column: String, row: Int64) {
    self.table = table
    self.column = column
    self.row = row
  }

  /// Version, table, column, row and key, each so that no two places read alike.
  func aad(version: UInt8, key: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [version]
    for name in [table, column] {
      bytes += LedgerText.bigEndian(UInt32(clamping: name.utf8.count))
      bytes += Array(name.utf8)
    }
    return bytes + LedgerText.bigEndian(UInt64(bitPattern: row)) + key
  }
}
