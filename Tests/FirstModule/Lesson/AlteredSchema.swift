import Feature
import Store

/// The lesson's table with one thing left out each.
enum AlteredSchema {
  static let uncommented = Migration(
    "toolshed.tables",
    """
    CREATE TABLE toolshed_tool(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- TS-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      name TEXT NOT NULL, -- as typed
      state TEXT NOT NULL, -- where it stands
      borrower INTEGER,
      due_on INTEGER -- day number
    ) STRICT
    """,
    "CREATE INDEX toolshed_tool_province ON toolshed_tool(province, id)")
  static let incomplete = Migration(
    "toolshed.tables",
    """
    CREATE TABLE toolshed_tool(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- TS-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      name TEXT NOT NULL, -- as typed
      state TEXT NOT NULL, -- where it stands
      borrower INTEGER -- groups.group
    ) STRICT
    """,
    "CREATE INDEX toolshed_tool_province ON toolshed_tool(province, id)")
  static let loose = Migration(
    "toolshed.tables",
    """
    CREATE TABLE toolshed_tool(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- TS-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      name TEXT NOT NULL, -- as typed
      state TEXT NOT NULL, -- where it stands
      borrower INTEGER, -- groups.group
      due_on INTEGER -- day number
    )
    """,
    "CREATE INDEX toolshed_tool_province ON toolshed_tool(province, id)")
  static let unindexed = Migration(
    "toolshed.tables",
    """
    CREATE TABLE toolshed_tool(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- TS-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      name TEXT NOT NULL, -- as typed
      state TEXT NOT NULL, -- where it stands
      borrower INTEGER, -- groups.group
      due_on INTEGER -- day number
    ) STRICT
    """)
}
