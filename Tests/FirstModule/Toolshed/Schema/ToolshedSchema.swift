import Contracts
import Feature

/// The tables, as named steps: a step that was released is never edited, the next one changes what it made.
enum ToolshedSchema {
  static let tables = Migration(
    "toolshed.tables",
    """
    CREATE TABLE toolshed_tool(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- TS-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      name TEXT NOT NULL CHECK(name <> ''), -- as typed, normalised
      state TEXT NOT NULL CHECK(state IN ('available','lent','retired')), -- where it stands
      borrower INTEGER, -- groups.group, while it is lent
      due_on INTEGER, -- day number, while it is lent
      CHECK((state = 'lent') = (borrower IS NOT NULL) AND (state = 'lent') = (due_on IS NOT NULL))
    ) STRICT
    """,
    "CREATE INDEX toolshed_tool_province ON toolshed_tool(province, id)",
    "CREATE INDEX toolshed_tool_state ON toolshed_tool(state, province)")
}
