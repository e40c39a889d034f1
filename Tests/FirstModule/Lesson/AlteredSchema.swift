import Feature
@testable import Store

/// The lesson's table with one thing left out each; what is not in the lesson's text any more leaves the law green.
enum AlteredSchema {
  static let uncommented = without(" -- groups.group, while it is lent")
  static let incomplete = without("due_on INTEGER, -- day number, while it is lent", " AND (state = 'lent') = (due_on IS NOT NULL)")
  static let loose = without(" STRICT")
  static let unindexed = without("CREATE INDEX toolshed_tool_province ON toolshed_tool(province, id)")

  static let stateless = without("CREATE INDEX toolshed_tool_state ON toolshed_tool(state, province)")

  private static func without(_ parts: String...) -> Migration {
    let whole = ToolshedSchema.tables
    return Migration(
      whole.name, statements: whole.sql.map { sql in parts.reduce(sql) { $0.replacing($1, with: "") } }.filter { !$0.isEmpty })
  }
}
