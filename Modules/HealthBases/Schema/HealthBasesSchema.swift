import Contracts
import Feature

enum HealthBasesSchema {
  static let bases = Migration(
    "healthbases.bases",
    """
    CREATE TABLE healthbases_base(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- HB-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- row of the county; NULL for the whole province
      institute INTEGER NOT NULL, -- row of the institute
      neighbourhood INTEGER NOT NULL, -- row of the neighbourhood
      name TEXT NOT NULL, -- as typed, normalised
      state TEXT NOT NULL CHECK(state IN ('proposed','admitted','suspended')), -- where it stands
      experience TEXT NOT NULL, -- the institute's record in the place
      personnel TEXT NOT NULL, -- JSON list of rows of persons
      admitted_on INTEGER, -- day number
      UNIQUE(institute, neighbourhood),
      CHECK(state = 'proposed' OR admitted_on IS NOT NULL)
    ) STRICT
    """,
    "CREATE INDEX healthbases_base_province ON healthbases_base(province, id)",
    """
    CREATE TABLE healthbases_agreement(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- AG-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      base INTEGER NOT NULL REFERENCES healthbases_base(id), -- whose agreement
      institute INTEGER NOT NULL, -- row of the institute
      starts INTEGER NOT NULL, -- day number
      ends INTEGER NOT NULL CHECK(ends >= starts), -- last day, day number
      state TEXT NOT NULL CHECK(state IN ('active','suspended','terminated','ended')), -- ended: settled by the night
      previous INTEGER UNIQUE REFERENCES healthbases_agreement(id), -- the one it renews
      activities INTEGER NOT NULL CHECK(activities >= 0), -- how many were recorded
      decision TEXT CHECK(decision IN ('approved','disapproved')), -- on the year's activities
      decided_on INTEGER, -- day number
      terminated_on INTEGER, -- day of the early termination
      remind_on INTEGER, -- next day on which the end is announced
      CHECK((decision IS NULL) = (decided_on IS NULL)),
      CHECK(state <> 'terminated' OR terminated_on IS NOT NULL)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX healthbases_agreement_one ON healthbases_agreement(base)
      WHERE state IN ('active','suspended')
    """,
    "CREATE INDEX healthbases_agreement_base ON healthbases_agreement(base)",
    "CREATE INDEX healthbases_agreement_province ON healthbases_agreement(province, id)",
    "CREATE INDEX healthbases_agreement_ends ON healthbases_agreement(ends)",
    "CREATE INDEX healthbases_agreement_open ON healthbases_agreement(ends) WHERE state <> 'ended'",
    "CREATE INDEX healthbases_agreement_remind ON healthbases_agreement(remind_on) WHERE remind_on IS NOT NULL",
    """
    CREATE INDEX healthbases_agreement_institute ON healthbases_agreement(institute)
      WHERE state IN ('active','suspended')
    """,
    """
    CREATE TABLE healthbases_activity(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      agreement INTEGER NOT NULL REFERENCES healthbases_agreement(id), -- under which it was done
      commitment TEXT NOT NULL CHECK(commitment IN -- one of the six of S4
        ('needsAssessment','assets','harmsMap','participatoryPlanning','collectiveAction','advocacy')),
      day INTEGER NOT NULL, -- day number
      title TEXT NOT NULL, -- as typed, normalised
      participants TEXT NOT NULL, -- JSON list of rows of persons
      report TEXT NOT NULL -- what came of it
    ) STRICT
    """,
    "CREATE INDEX healthbases_activity_agreement ON healthbases_activity(agreement, commitment)",
    "CREATE INDEX healthbases_activity_province ON healthbases_activity(province, day)")

  static let endings = Migration(
    "healthbases.endings",
    """
    CREATE TABLE healthbases_outcome(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      agreement INTEGER NOT NULL REFERENCES healthbases_agreement(id), -- the one that ended
      year INTEGER NOT NULL, -- Jalali year in which a next term begins
      kind TEXT NOT NULL CHECK(kind IN ('renewed','lapsed','held')), -- the one outcome
      reasons TEXT NOT NULL, -- JSON list of objections of the renewal rule
      successor INTEGER UNIQUE REFERENCES healthbases_agreement(id), -- the new agreement
      settled_on INTEGER NOT NULL, -- business date of the night
      released_on INTEGER, -- when a held one was released
      UNIQUE(agreement, year),
      CHECK((kind = 'renewed') = (successor IS NOT NULL)),
      CHECK(released_on IS NULL OR kind = 'renewed')
    ) STRICT
    """,
    "CREATE INDEX healthbases_outcome_province ON healthbases_outcome(province, id)",
    "CREATE INDEX healthbases_outcome_year ON healthbases_outcome(year, kind)",
    """
    CREATE TABLE healthbases_termination(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      agreement INTEGER NOT NULL UNIQUE REFERENCES healthbases_agreement(id), -- to be ended early
      notice_on INTEGER NOT NULL, -- day the institute was told
      is_open INTEGER NOT NULL CHECK(is_open IN (0,1)) -- until it took effect
    ) STRICT
    """,
    """
    CREATE TABLE healthbases_confirmation(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      termination INTEGER NOT NULL REFERENCES healthbases_termination(id), -- what is found necessary
      capacity TEXT NOT NULL CHECK(capacity IN ('director','deputy','official')), -- S4, section 7
      confirmed_by TEXT NOT NULL, -- actor, as in the ledger
      confirmed_on INTEGER NOT NULL, -- day number
      UNIQUE(termination, capacity),
      UNIQUE(termination, confirmed_by)
    ) STRICT
    """)
}

extension HealthBasesSchema {
  /// What waits is found by its state, and what is linked by its links.
  static let states = Migration(
    "healthbases.states",
    "CREATE INDEX healthbases_base_state ON healthbases_base(state, province)",
    "CREATE INDEX healthbases_agreement_state ON healthbases_agreement(state, province)",
    "CREATE INDEX healthbases_base_neighbourhood ON healthbases_base(neighbourhood)",
    "CREATE INDEX healthbases_agreement_of ON healthbases_agreement(institute)")

  /// One index for the agreements of an institute, whatever their state: each index is written with every renewal.
  static let oneIndex = Migration("healthbases.one-index", "DROP INDEX healthbases_agreement_institute")
}
