import Contracts
import Feature

/// The tables of this room. Rows of other modules are named by number: their contracts answered for them when the
/// row was written.
enum GroupsSchema {
  static let all: [Migration] = [
    groups, plans, activities, maturity, names, states, objections, working, dissolutions, contested, assignments,
  ]

  /// By name, wherever it lies; by the neighbourhood and the person that somebody names.
  static let names = Migration(
    "groups.names",
    "CREATE INDEX groups_group_by_name ON groups_group(name_key)",
    "CREATE INDEX groups_group_neighbourhood ON groups_group(neighbourhood, id)",
    "CREATE INDEX groups_membership_by_person ON groups_membership(person, id)")
}

extension GroupsSchema {
  static let groups = Migration(
    "groups.groups",
    """
    CREATE TABLE groups_group(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- GR-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      neighbourhood INTEGER NOT NULL, -- regions_neighbourhood.id
      kind TEXT NOT NULL CHECK(kind IN ('communityBased','mutualAid','selfHelp')), -- community-based, mutual-aid or self-help
      name TEXT NOT NULL CHECK(name <> ''), -- as typed, normalised
      name_key TEXT NOT NULL, -- folded for duplicates and search
      applicant INTEGER NOT NULL, -- people_person.id
      requested_on INTEGER NOT NULL, -- day number; the six months of S0 run from here
      gathering_on INTEGER, -- day number of the volunteers' gathering
      identity_confirmed_on INTEGER, -- day number of the visit in person
      state TEXT NOT NULL CHECK(state IN ( -- where it stands on its way
        'requested','refused','forming','formed','trained','planning','active','mature','institute',
        'suspended','merged','dissolved')), -- steps: rule groups.group-step
      suspended_from TEXT, -- state to resume
      merged_into INTEGER REFERENCES groups_group(id) CHECK(merged_into <> id), -- the group that went on
      trained_on INTEGER, -- day number
      matured_on INTEGER, -- day number
      institute_on INTEGER, -- day number
      CHECK((state = 'suspended') = (suspended_from IS NOT NULL)),
      CHECK((state = 'merged') = (merged_into IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX groups_group_name ON groups_group(neighbourhood, name_key)
    WHERE state NOT IN ('refused','merged','dissolved')
    """,
    "CREATE INDEX groups_group_province ON groups_group(province, id)",
    """
    CREATE TABLE groups_membership(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- of which group
      person INTEGER NOT NULL, -- people_person.id
      since INTEGER NOT NULL, -- day number, included
      until INTEGER CHECK(until >= since), -- day number, included; null while it lasts
      end_cause TEXT CHECK(end_cause IN ('resigned','moved','removed','died','replaced','groupEnded')), -- why it ended; NULL while it lasts
      CHECK((until IS NULL) = (end_cause IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX groups_membership_present ON groups_membership(group_id, person) WHERE until IS NULL",
    "CREATE INDEX groups_membership_group ON groups_membership(group_id, since)",
    "CREATE INDEX groups_membership_covered ON groups_membership(province, since, person)",
    """
    CREATE TABLE groups_appointment(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- in which group
      office TEXT NOT NULL CHECK(office IN ('head','secretary','treasurer')), -- which of the three offices
      person INTEGER NOT NULL, -- people_person.id
      since INTEGER NOT NULL, -- day number, included
      until INTEGER CHECK(until >= since), -- day number, included; null while it lasts
      end_cause TEXT CHECK(end_cause IN ('resigned','moved','removed','died','replaced','groupEnded')), -- why it ended; NULL while it lasts
      CHECK((until IS NULL) = (end_cause IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX groups_appointment_holder ON groups_appointment(group_id, office) WHERE until IS NULL",
    "CREATE INDEX groups_appointment_group ON groups_appointment(group_id, since)")
}

extension GroupsSchema {
  /// What waits is found by its state, and what is linked by its links.
  static let states = Migration(
    "groups.states",
    "CREATE INDEX groups_group_state ON groups_group(state, province)",
    "CREATE INDEX groups_round_state ON groups_round(state, province)",
    "CREATE INDEX groups_plan_state ON groups_plan(state, province)",
    "CREATE INDEX groups_group_gathering ON groups_group(neighbourhood, gathering_on)",
    "CREATE INDEX groups_group_merged ON groups_group(merged_into) WHERE merged_into IS NOT NULL",
    "CREATE INDEX groups_plan_ranking ON groups_plan(ranking)")
}

extension GroupsSchema {
  /// On which days a group stood still, and what was done in a province within some days.
  static let working = Migration(
    "groups.working",
    """
    CREATE TABLE groups_suspension(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id
      group_id INTEGER NOT NULL REFERENCES groups_group(id), -- which stood still
      suspended_on INTEGER NOT NULL, -- day number, the last day before
      resumed_on INTEGER CHECK(resumed_on >= suspended_on) -- day number, the first day after; NULL while it lasts, or was its end
    ) STRICT
    """,
    "CREATE INDEX groups_suspension_group ON groups_suspension(group_id, suspended_on)",
    "CREATE UNIQUE INDEX groups_suspension_open ON groups_suspension(group_id) WHERE resumed_on IS NULL",
    "CREATE INDEX groups_activity_province ON groups_activity(province, day)")
}
