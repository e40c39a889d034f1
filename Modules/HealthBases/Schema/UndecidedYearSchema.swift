import Contracts
import Feature

extension HealthBasesSchema {
  /// Years that wait for a decision stand in rows of their own: an agreement is one all the year, and waits for two months.
  static let undecidedYears = Migration(
    "healthbases.undecided-years",
    """
    CREATE TABLE healthbases_year(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      agreement INTEGER NOT NULL UNIQUE REFERENCES healthbases_agreement(id), -- whose year
      opened_on INTEGER NOT NULL, -- day from which on the deputy was asked
      state TEXT NOT NULL CHECK(state IN ('open','decided','past')), -- whether it waits
      closed_on INTEGER, -- day on which it stopped waiting
      CHECK((state = 'open') = (closed_on IS NULL))
    ) STRICT
    """,
    "CREATE INDEX healthbases_year_state ON healthbases_year(state, province)",
    "CREATE INDEX healthbases_year_province ON healthbases_year(province, id)")
}
