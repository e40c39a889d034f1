public import Feature

extension Transaction {
  /// Writes a new row that has come as far as a state already, past the steps that lead there; its unit leaves one entry.
  ///
  /// - Throws: what `insert` and `update` throw.
  @discardableResult
  public func insert<Row: StatefulRecord>(_ row: Row, standing state: Row.Machine.State) throws -> Row {
    var born = row
    if let beginning = Row.Machine.beginnings.first, !Row.Machine.beginnings.contains(row.state) { born.state = beginning }
    var written = try insert(born)
    guard written.state != state else { return written }
    written.state = state
    return try update(written)
  }
}
