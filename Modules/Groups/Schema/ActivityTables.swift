import Contracts
import Feature

extension GroupsSchema {
  static let activities = Migration(
    "groups.activities",
    """
    CREATE TABLE groups_activity(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- whose activity
      project_id INTEGER REFERENCES groups_project(id), -- the project it served; NULL for none
      day INTEGER NOT NULL, -- day number
      kind TEXT NOT NULL CHECK(kind IN ('meeting','facilitation','education','service','campaign','ceremony')), -- what was done
      report TEXT NOT NULL CHECK(report <> ''), -- what came of it, as typed
      attended INTEGER NOT NULL CHECK(attended >= 0) -- distinct people
    ) STRICT
    """,
    "CREATE INDEX groups_activity_group ON groups_activity(group_id, day)",
    """
    CREATE TABLE groups_attendance(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      activity_id INTEGER NOT NULL REFERENCES groups_activity(id), -- which
      person INTEGER NOT NULL, -- people_person.id
      day INTEGER NOT NULL, -- the activity's, for counting
      UNIQUE(activity_id, person)
    ) STRICT
    """,
    "CREATE INDEX groups_attendance_covered ON groups_attendance(province, day, person)")
}
