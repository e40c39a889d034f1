import Contracts
import Feature

extension HealthBasesSchema {
  /// Objections are kept by the desk for all modules. No version that was published could enter one; where there is one all the
  /// same, the column that no row can have refuses the step, and the store is left as it is.
  static let contested = Migration(
    "healthbases.contested",
    "ALTER TABLE healthbases_appeal ADD COLUMN is_left INTEGER CHECK(is_left IS NOT NULL)",
    "DROP TABLE healthbases_appeal",
    """
    CREATE TABLE healthbases_overturned(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      agreement INTEGER NOT NULL REFERENCES healthbases_agreement(id), -- whose outcome or termination
      outcome INTEGER REFERENCES healthbases_outcome(id), -- which; NULL for a termination within the term
      overturned_on INTEGER NOT NULL -- day number
    ) STRICT
    """,
    "CREATE INDEX healthbases_overturned_agreement ON healthbases_overturned(agreement)",
    "CREATE INDEX healthbases_overturned_outcome ON healthbases_overturned(outcome) WHERE outcome IS NOT NULL",
    "CREATE INDEX healthbases_overturned_province ON healthbases_overturned(province, id)",
    """
    CREATE TABLE healthbases_suspension(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      base INTEGER NOT NULL REFERENCES healthbases_base(id), -- which was suspended
      suspended_on INTEGER NOT NULL, -- day number
      resumed_on INTEGER CHECK(resumed_on >= suspended_on) -- day number; NULL while it lasts
    ) STRICT
    """,
    "CREATE UNIQUE INDEX healthbases_suspension_open ON healthbases_suspension(base) WHERE resumed_on IS NULL",
    "CREATE INDEX healthbases_suspension_base ON healthbases_suspension(base, id)",
    "CREATE INDEX healthbases_suspension_province ON healthbases_suspension(province, id)")
}

extension HealthBasesSchema {
  /// The table of interruptions knows two causes, and a published step is not edited.
  static let terminationGaps = Migration(
    "healthbases.termination-gaps",
    """
    CREATE TABLE healthbases_termination_gap(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- never rises
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      agreement INTEGER NOT NULL REFERENCES healthbases_agreement(id), -- which was terminated and goes on
      since INTEGER NOT NULL, -- day number, the day after the termination
      resumed_on INTEGER NOT NULL CHECK(resumed_on >= since) -- day number of the upheld objection
    ) STRICT
    """,
    "CREATE INDEX healthbases_termination_gap_agreement ON healthbases_termination_gap(agreement)",
    "CREATE INDEX healthbases_termination_gap_province ON healthbases_termination_gap(province, id)")
}
