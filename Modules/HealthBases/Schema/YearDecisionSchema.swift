import Contracts
import Feature

extension HealthBasesSchema {
  /// What the end of a year needs besides the outcome. It stands in tables of its own: a column more in a table that is
  /// there would be another digest for each of its rows in the ledger.
  static let yearDecisions = Migration(
    "healthbases.year-decisions",
    """
    CREATE TABLE healthbases_decision(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      agreement INTEGER NOT NULL REFERENCES healthbases_agreement(id), -- whose year
      decision TEXT NOT NULL CHECK(decision IN ('approved','disapproved')), -- what was decided
      decided_by TEXT NOT NULL, -- actor, as in the ledger
      decided_on INTEGER NOT NULL -- day number
    ) STRICT
    """,
    "CREATE INDEX healthbases_decision_agreement ON healthbases_decision(agreement, id)",
    "CREATE INDEX healthbases_decision_province ON healthbases_decision(province, id)",
    """
    CREATE TABLE healthbases_hold(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      outcome INTEGER NOT NULL UNIQUE REFERENCES healthbases_outcome(id), -- what is held
      agreement INTEGER NOT NULL REFERENCES healthbases_agreement(id), -- the one that ended
      open_until INTEGER NOT NULL, -- last day on which it can be decided or released
      ended_on INTEGER -- day on which it was renewed or lapsed
    ) STRICT
    """,
    "CREATE INDEX healthbases_hold_open ON healthbases_hold(open_until) WHERE ended_on IS NULL",
    "CREATE INDEX healthbases_hold_agreement ON healthbases_hold(agreement)",
    "CREATE INDEX healthbases_hold_province ON healthbases_hold(province, id)",
    "CREATE INDEX healthbases_outcome_held ON healthbases_outcome(id) WHERE kind = 'held'",
    """
    CREATE TABLE healthbases_interruption(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      agreement INTEGER NOT NULL REFERENCES healthbases_agreement(id), -- under which nothing could be done
      cause TEXT NOT NULL CHECK(cause IN ('licence','base')), -- whose suspension
      since INTEGER NOT NULL, -- first day of it
      resumed_on INTEGER CHECK(resumed_on >= since) -- day on which work went on
    ) STRICT
    """,
    "CREATE UNIQUE INDEX healthbases_interruption_open ON healthbases_interruption(agreement, cause) WHERE resumed_on IS NULL",
    "CREATE INDEX healthbases_interruption_agreement ON healthbases_interruption(agreement)",
    "CREATE INDEX healthbases_interruption_province ON healthbases_interruption(province, id)")

  /// How activities came in, and objections to outcomes.
  static let entriesAndAppeals = Migration(
    "healthbases.entries-and-appeals",
    """
    CREATE TABLE healthbases_entry(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      activity INTEGER NOT NULL UNIQUE REFERENCES healthbases_activity(id), -- which came in so
      held_under INTEGER REFERENCES healthbases_agreement(id), -- held while the next agreement was pending
      is_late INTEGER NOT NULL CHECK(is_late IN (0,1)), -- after the term or long after its day
      recorded_on INTEGER NOT NULL, -- day number
      carried_on INTEGER, -- day on which it went over to the next agreement
      CHECK(carried_on IS NULL OR held_under IS NOT NULL)
    ) STRICT
    """,
    "CREATE INDEX healthbases_entry_held ON healthbases_entry(held_under) WHERE held_under IS NOT NULL",
    "CREATE INDEX healthbases_entry_province ON healthbases_entry(province, id)",
    """
    CREATE TABLE healthbases_appeal(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      outcome INTEGER NOT NULL UNIQUE REFERENCES healthbases_outcome(id), -- against which; once
      agreement INTEGER NOT NULL REFERENCES healthbases_agreement(id), -- whose outcome
      handed_over_on INTEGER NOT NULL, -- day on which the institute was told
      filed_on INTEGER NOT NULL, -- day number
      grounds TEXT NOT NULL, -- what the institute says
      state TEXT NOT NULL CHECK(state IN ('filed','upheld','rejected')), -- where it stands
      answered_on INTEGER, -- day of the director's answer
      answer TEXT NOT NULL, -- why; empty before
      CHECK((state = 'filed') = (answered_on IS NULL))
    ) STRICT
    """,
    "CREATE INDEX healthbases_appeal_agreement ON healthbases_appeal(agreement)",
    "CREATE INDEX healthbases_appeal_state ON healthbases_appeal(state, province)",
    "CREATE INDEX healthbases_appeal_province ON healthbases_appeal(province, id)")
}
