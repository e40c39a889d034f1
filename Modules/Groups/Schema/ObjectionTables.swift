import Contracts
import Feature

extension GroupsSchema {
  static let objections = Migration(
    "groups.objections",
    """
    CREATE TABLE groups_refusal(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- whose request was refused
      refused_on INTEGER NOT NULL, -- day number
      reason TEXT NOT NULL -- why, as typed
    ) STRICT
    """,
    "CREATE INDEX groups_refusal_group ON groups_refusal(group_id, id)",
    """
    CREATE TABLE groups_objection(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- OB-27-1405-0001, by which the applicant asks about it
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- whose request was refused
      refusal INTEGER REFERENCES groups_refusal(id), -- to which refusal; NULL for one of before refusals had rows
      handed_over_on INTEGER NOT NULL, -- day number; the time for objecting runs from here
      objected_on INTEGER NOT NULL CHECK(objected_on >= handed_over_on), -- day number
      channel TEXT NOT NULL CHECK(channel IN ('counter','letter','internet')), -- how it came
      grounds BLOB NOT NULL, -- encrypted
      state TEXT NOT NULL CHECK(state IN ('open','upheld','rejected')), -- decided once
      decided_on INTEGER, -- day number
      decision BLOB, -- encrypted
      CHECK((state = 'open') = (decided_on IS NULL) AND (decided_on IS NULL) = (decision IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX groups_objection_once ON groups_objection(group_id, coalesce(refusal, 0))",
    "CREATE INDEX groups_objection_province ON groups_objection(province, id)",
    "CREATE INDEX groups_objection_state ON groups_objection(state, province)")
}

extension GroupsSchema {
  /// Objections are kept by the desk for all modules. No version that was published could enter one; where there is one all the
  /// same, the column that no row can have refuses the step, and the store is left as it is. A dissolution keeps what undoing it needs.
  static let dissolutions = Migration(
    "groups.dissolutions",
    "ALTER TABLE groups_objection ADD COLUMN is_left INTEGER CHECK(is_left IS NOT NULL)",
    "DROP TABLE groups_objection",
    """
    CREATE TABLE groups_dissolution(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- which was dissolved
      dissolved_on INTEGER NOT NULL, -- day number, the members' last one
      former_state TEXT NOT NULL, -- where the group stood
      resumes_as TEXT, -- where it would have gone on; NULL unless it was suspended
      state TEXT NOT NULL CHECK(state IN ('inForce','stayed','overturned')) -- what an objection made of it
    ) STRICT
    """,
    "CREATE UNIQUE INDEX groups_dissolution_group ON groups_dissolution(group_id) WHERE state <> 'overturned'",
    "CREATE INDEX groups_dissolution_all ON groups_dissolution(group_id, id)",
    "CREATE INDEX groups_dissolution_province ON groups_dissolution(province, id)",
    "CREATE INDEX groups_dissolution_state ON groups_dissolution(state, province)")
}

extension GroupsSchema {
  /// What undoing a regression and a merger needs.
  static let contested = Migration(
    "groups.contested",
    """
    CREATE TABLE groups_regression(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- which went back
      regressed_on INTEGER NOT NULL, -- day number
      former TEXT NOT NULL, -- where the group stood
      trained_on INTEGER, -- day number; since when it had been trained
      matured_on INTEGER, -- day number; since when it had been mature
      target TEXT NOT NULL CHECK(target <> former) -- where it went
    ) STRICT
    """,
    "CREATE INDEX groups_regression_group ON groups_regression(group_id, id)",
    "CREATE INDEX groups_regression_province ON groups_regression(province, id)",
    """
    CREATE TABLE groups_merger(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- the one that was merged
      survivor INTEGER NOT NULL REFERENCES groups_group(id), -- the group to which its members went
      merged_on INTEGER NOT NULL, -- day number, the members' last one
      former TEXT NOT NULL, -- where the group stood
      resumes_as TEXT, -- where it would have gone on; NULL unless it was suspended
      CHECK(survivor <> group_id)
    ) STRICT
    """,
    "CREATE INDEX groups_merger_group ON groups_merger(group_id, id)",
    "CREATE INDEX groups_merger_survivor ON groups_merger(survivor)",
    "CREATE INDEX groups_merger_province ON groups_merger(province, id)")
}
