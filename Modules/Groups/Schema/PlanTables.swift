import Contracts
import Feature

extension GroupsSchema {
  static let plans = Migration(
    "groups.plans",
    """
    CREATE TABLE groups_founding(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL UNIQUE REFERENCES groups_group(id), -- which was founded
      day INTEGER NOT NULL, -- day number
      members INTEGER NOT NULL CHECK(members > 0), -- on that day
      minutes BLOB NOT NULL -- encrypted
    ) STRICT
    """,
    """
    CREATE TABLE groups_plan(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- whose plan
      title TEXT NOT NULL CHECK(title <> ''), -- as typed, normalised
      ranking INTEGER NOT NULL, -- mobilisation_ranking.id, locked
      ranking_code TEXT NOT NULL, -- its code
      adopted_on INTEGER NOT NULL, -- day number
      started_on INTEGER CHECK(started_on >= adopted_on), -- day number
      state TEXT NOT NULL CHECK(state IN ('adopted','started','superseded')) -- at most one is not superseded
    ) STRICT
    """,
    "CREATE UNIQUE INDEX groups_plan_current ON groups_plan(group_id) WHERE state <> 'superseded'",
    "CREATE INDEX groups_plan_group ON groups_plan(group_id, id)",
    """
    CREATE TABLE groups_project(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- whose project
      plan_id INTEGER NOT NULL REFERENCES groups_plan(id), -- in which plan
      title TEXT NOT NULL CHECK(title <> ''), -- as typed, normalised
      need TEXT NOT NULL, -- a need of the ranking
      owner INTEGER NOT NULL, -- people_person.id
      milestones TEXT NOT NULL, -- JSON list of title and due day
      credits INTEGER NOT NULL CHECK(credits >= 0), -- rial
      peoples_contributions INTEGER NOT NULL CHECK(peoples_contributions >= 0), -- rial
      own_contribution INTEGER NOT NULL CHECK(own_contribution >= 0), -- rial
      closed_on INTEGER, -- day number
      outcome TEXT CHECK(outcome IN ('achieved','partlyAchieved','notAchieved')), -- how it ended; NULL until closed
      result TEXT, -- in words
      CHECK((closed_on IS NULL) = (outcome IS NULL) AND (closed_on IS NULL) = (result IS NULL))
    ) STRICT
    """,
    "CREATE INDEX groups_project_group ON groups_project(group_id, id)",
    "CREATE INDEX groups_project_plan ON groups_project(plan_id, id)")
}

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
