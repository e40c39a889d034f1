import Feature

extension GroupsSchema {
  static let assignments = Migration(
    "groups.assignments",
    """
    CREATE TABLE groups_assignment(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- with which group
      staff INTEGER NOT NULL, -- accounts_staff.id of the facilitator
      since INTEGER NOT NULL, -- day number, included
      until INTEGER CHECK(until >= since) -- day number, included; NULL while it lasts
    ) STRICT
    """,
    "CREATE INDEX groups_assignment_staff ON groups_assignment(staff, since)",
    "CREATE INDEX groups_assignment_group ON groups_assignment(group_id, staff)",
    "CREATE INDEX groups_assignment_province ON groups_assignment(province, id)")
}
