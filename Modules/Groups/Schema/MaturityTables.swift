import Contracts
import Feature

extension GroupsSchema {
  static let maturity = Migration(
    "groups.maturity",
    """
    CREATE TABLE groups_round(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- whose assessment
      number INTEGER NOT NULL CHECK(number > 0), -- 1 is the first
      state TEXT NOT NULL CHECK(state IN ('open','complete','accepted')), -- complete once all asked for have assessed
      UNIQUE(group_id, number)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX groups_round_open ON groups_round(group_id) WHERE state = 'open'",
    """
    CREATE TABLE groups_assessment(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- as the round
      round_id INTEGER NOT NULL REFERENCES groups_round(id), -- in which round
      assessor TEXT NOT NULL, -- actor as in the ledger
      day INTEGER NOT NULL, -- day number
      scores TEXT NOT NULL, -- JSON list of criterion, score 0..100, evidence
      total INTEGER NOT NULL CHECK(total BETWEEN 0 AND 10000), -- hundredths of a point
      UNIQUE(round_id, assessor)
    ) STRICT
    """,
    "CREATE INDEX groups_assessment_group ON groups_assessment(group_id, id)")
}
