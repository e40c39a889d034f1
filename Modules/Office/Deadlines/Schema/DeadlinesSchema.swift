import Contracts
import Feature

enum DeadlinesSchema {
  static let tables = Migration(
    "deadlines.tables",
    """
    CREATE TABLE deadlines_deadline(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      kind TEXT NOT NULL, -- module.what
      object TEXT NOT NULL, -- module.thing/row
      text_fa TEXT NOT NULL, -- what has to be done
      text_en TEXT NOT NULL, -- the same in English
      starts_on INTEGER NOT NULL, -- day number; does not count itself
      days INTEGER NOT NULL, -- length
      rule TEXT NOT NULL CHECK(rule IN ('calendar','working','legal')), -- how the days are counted
      due INTEGER NOT NULL, -- day number of the last day
      steps TEXT NOT NULL, -- JSON list: how the last day was counted
      state TEXT NOT NULL CHECK(state IN ('open','stopped','met','missed')), -- how it stands
      stopped_on INTEGER, -- day number while it stands still
      met_on INTEGER, -- day number
      evaluated_on INTEGER, -- day number of the last night that looked at it
      next_check INTEGER, -- day number of the next night with something to say
      CHECK((state = 'stopped') = (stopped_on IS NOT NULL)),
      CHECK((state = 'met') = (met_on IS NOT NULL)),
      CHECK((state = 'open') = (next_check IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX deadlines_deadline_running ON deadlines_deadline(kind, object)
      WHERE state IN ('open','stopped')
    """,
    "CREATE INDEX deadlines_deadline_check ON deadlines_deadline(next_check) WHERE state = 'open'",
    "CREATE INDEX deadlines_deadline_due ON deadlines_deadline(due, id)",
    "CREATE INDEX deadlines_deadline_province ON deadlines_deadline(province, due, id)",
    "CREATE INDEX deadlines_deadline_object ON deadlines_deadline(object)",
    """
    CREATE TABLE deadlines_stop(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      deadline INTEGER NOT NULL REFERENCES deadlines_deadline(id), -- whose clock stood still
      agency TEXT NOT NULL, -- the body that held the matter
      reason TEXT NOT NULL, -- as typed, normalised
      stopped_on INTEGER NOT NULL, -- day number
      resumed_on INTEGER CHECK(resumed_on >= stopped_on), -- day number; NULL while it lasts
      days INTEGER CHECK(days >= 0), -- booked to the body
      CHECK((resumed_on IS NULL) = (days IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX deadlines_stop_lasting ON deadlines_stop(deadline) WHERE resumed_on IS NULL",
    "CREATE INDEX deadlines_stop_deadline ON deadlines_stop(deadline)",
    "CREATE INDEX deadlines_stop_province ON deadlines_stop(province, id)",
    "CREATE INDEX deadlines_stop_agency ON deadlines_stop(agency)",
    """
    CREATE TABLE deadlines_notice(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      role TEXT NOT NULL, -- prevention.officer
      key TEXT NOT NULL, -- the occasion
      object TEXT NOT NULL, -- module.thing/row
      text_fa TEXT NOT NULL, -- what is to be noted
      text_en TEXT NOT NULL, -- the same in English
      issued_on INTEGER NOT NULL, -- day number
      acknowledged_by TEXT, -- actor
      acknowledged_on INTEGER, -- day number
      CHECK((acknowledged_by IS NULL) = (acknowledged_on IS NULL)),
      UNIQUE(province, role, key)
    ) STRICT
    """,
    "CREATE INDEX deadlines_notice_role ON deadlines_notice(role, acknowledged_on, id)")
}

extension DeadlinesSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "deadlines.states",
    "CREATE INDEX deadlines_deadline_state ON deadlines_deadline(state, province)")
}

extension DeadlinesSchema {
  static let roles = Migration(
    "deadlines.roles",
    """
    CREATE TABLE deadlines_role(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      deadline INTEGER NOT NULL REFERENCES deadlines_deadline(id), -- which one
      role TEXT NOT NULL, -- who can do what it is for, social.deputy
      UNIQUE(deadline, role)
    ) STRICT
    """,
    // The newest clock of a kind, also when it is over.
    "CREATE INDEX deadlines_deadline_newest ON deadlines_deadline(object, kind, id)")
}
