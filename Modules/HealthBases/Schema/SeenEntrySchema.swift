import Contracts
import Feature

extension HealthBasesSchema {
  /// What a decision saw stands beside it: a column more in its own table would be another digest for each row in the ledger.
  static let seenEntries = Migration(
    "healthbases.seen-entries",
    """
    CREATE TABLE healthbases_seen(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      decision INTEGER NOT NULL UNIQUE REFERENCES healthbases_decision(id), -- which saw it
      agreement INTEGER NOT NULL REFERENCES healthbases_agreement(id), -- whose year
      last_entry INTEGER REFERENCES healthbases_activity(id) -- the activity entered last; NULL: there was none
    ) STRICT
    """,
    "CREATE INDEX healthbases_seen_agreement ON healthbases_seen(agreement)",
    "CREATE INDEX healthbases_seen_province ON healthbases_seen(province, id)")
}
