public import Feature
import Store
import Values

/// What somebody said that columns of other programs are (`--map`), remembered for their next sheet of the same action.
enum ColumnMemory {
  /// Names of fields by the keys of titles.
  static func fields(of owner: String, _ action: String, on connection: Connection) throws -> [String: String] {
    let rows = try connection.privileged("SELECT title, field FROM registry_column WHERE owner=? AND action=?")
      .bind([.text(owner), .text(action)]).all()
    return Dictionary(rows.compactMap { row in row[0].string.flatMap { title in row[1].string.map { (title, $0) } } }) { $1 }
  }

  static func keep(_ mapped: [(title: String, field: String)], of owner: String, _ action: String, on connection: Connection) throws {
    for (title, field) in mapped {
      try connection.privileged(
        "INSERT INTO registry_column(owner,action,title,field) VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET field=excluded.field"
      ).bind([.text(owner), .text(action), .text(SheetColumns.key(title)), .text(field)]).run()
    }
  }
}

extension Runtime {
  /// What the caller said before of columns of this action's sheets: names of fields by the keys of titles.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func rememberedColumns(_ command: Command, _ principal: Principal, reader: ReadSession) throws -> [String: String] {
    try ColumnMemory.fields(of: principal.id, command.spec.id, on: reader.connection)
  }
}
