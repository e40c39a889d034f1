import Contracts
import Feature

/// The tables of this module, in the order in which they point to one another.
enum MobilisationSchema {
  /// By name, wherever it lies.
  static let names = Migration(
    "mobilisation.names",
    "CREATE INDEX mobilisation_clinic_name ON mobilisation_clinic(name_key)",
    "CREATE INDEX mobilisation_need_title ON mobilisation_need(title_key)")

  static let clinics = Migration(
    "mobilisation.clinics",
    """
    CREATE TABLE mobilisation_clinic(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- CL-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      name TEXT NOT NULL, -- as typed, normalised
      name_key TEXT NOT NULL, -- folded for search and duplicates
      neighbourhood INTEGER REFERENCES regions_neighbourhood(id), -- where it stands
      can_open_base INTEGER NOT NULL CHECK(can_open_base IN (0,1)), -- in the target neighbourhood
      place_evidence TEXT NOT NULL CHECK(place_evidence <> ''), -- for the two above
      is_willing INTEGER NOT NULL CHECK(is_willing IN (0,1)), -- first criterion of S2
      willingness_evidence TEXT NOT NULL CHECK(willingness_evidence <> ''), -- for it
      has_good_record INTEGER NOT NULL CHECK(has_good_record IN (0,1)), -- third criterion of S2
      record_evidence TEXT NOT NULL CHECK(record_evidence <> ''), -- for it
      state TEXT NOT NULL CHECK(state IN ('proposed','selected','rejected','placed')), -- where it stands on its way
      rejection_reason TEXT, -- kept for good
      selected_on INTEGER, -- day number
      choice_due INTEGER, -- last day for the choice, extensions included
      target INTEGER REFERENCES regions_neighbourhood(id), -- the chosen neighbourhood
      chosen_on INTEGER, -- day number
      CHECK((state = 'rejected') = (rejection_reason IS NOT NULL)),
      CHECK((state IN ('selected','placed')) = (selected_on IS NOT NULL AND choice_due IS NOT NULL)),
      CHECK((state = 'placed') = (target IS NOT NULL AND chosen_on IS NOT NULL))
    ) STRICT
    """,
    "CREATE INDEX mobilisation_clinic_province ON mobilisation_clinic(province, id)",
    "CREATE INDEX mobilisation_clinic_neighbourhood ON mobilisation_clinic(neighbourhood)",
    "CREATE INDEX mobilisation_clinic_target ON mobilisation_clinic(target)",
    """
    CREATE UNIQUE INDEX mobilisation_clinic_once ON mobilisation_clinic(province, name_key)
    WHERE state = 'proposed'
    """,
    """
    CREATE TABLE mobilisation_candidate(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      clinic INTEGER NOT NULL REFERENCES mobilisation_clinic(id), -- for whom it was weighed
      neighbourhood INTEGER NOT NULL REFERENCES regions_neighbourhood(id), -- what was weighed
      harm INTEGER NOT NULL CHECK(harm BETWEEN 0 AND 100), -- harm-proneness, informal settlement
      need INTEGER NOT NULL CHECK(need BETWEEN 0 AND 100), -- poverty and need
      capacity INTEGER NOT NULL CHECK(capacity BETWEEN 0 AND 100), -- local capacities
      access INTEGER NOT NULL CHECK(access BETWEEN 0 AND 100), -- the clinic's access
      total INTEGER NOT NULL CHECK(total >= 0), -- sum of score times weight
      is_chosen INTEGER NOT NULL CHECK(is_chosen IN (0,1)), -- the target
      rejection_reason TEXT, -- why not, for the others
      UNIQUE(clinic, neighbourhood),
      CHECK((is_chosen = 1) = (rejection_reason IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX mobilisation_candidate_chosen ON mobilisation_candidate(clinic) WHERE is_chosen = 1",
    "CREATE INDEX mobilisation_candidate_neighbourhood ON mobilisation_candidate(neighbourhood)",
    """
    CREATE TABLE mobilisation_extension(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      clinic INTEGER NOT NULL REFERENCES mobilisation_clinic(id), -- whose choice
      days INTEGER NOT NULL CHECK(days > 0), -- counted from the previous last day
      previous_due INTEGER NOT NULL, -- day number
      due INTEGER NOT NULL CHECK(due > previous_due), -- day number
      reason TEXT NOT NULL CHECK(reason <> ''), -- why
      citation TEXT NOT NULL CHECK(citation <> '') -- letter, article or order
    ) STRICT
    """,
    "CREATE INDEX mobilisation_extension_clinic ON mobilisation_extension(clinic)")

  static let people = Migration(
    "mobilisation.people",
    """
    CREATE TABLE mobilisation_volunteer(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- of the neighbourhood
      neighbourhood INTEGER NOT NULL REFERENCES regions_neighbourhood(id), -- where they help
      person INTEGER NOT NULL REFERENCES people_person(id), -- who
      consented_on INTEGER NOT NULL, -- day number
      UNIQUE(neighbourhood, person)
    ) STRICT
    """,
    "CREATE INDEX mobilisation_volunteer_province ON mobilisation_volunteer(province, id)",
    "CREATE INDEX mobilisation_volunteer_person ON mobilisation_volunteer(person)",
    """
    CREATE TABLE mobilisation_key_person(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- of the neighbourhood
      neighbourhood INTEGER NOT NULL REFERENCES regions_neighbourhood(id), -- where they are listened to
      person INTEGER NOT NULL REFERENCES people_person(id), -- who
      kind TEXT NOT NULL CHECK(kind IN ('trusted','educated','manager','active')), -- S2's four kinds
      named_on INTEGER NOT NULL, -- day number
      UNIQUE(neighbourhood, person, kind)
    ) STRICT
    """,
    "CREATE INDEX mobilisation_key_person_province ON mobilisation_key_person(province, id)",
    "CREATE INDEX mobilisation_key_person_person ON mobilisation_key_person(person)",
    """
    CREATE TABLE mobilisation_gathering(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- of the neighbourhood
      neighbourhood INTEGER NOT NULL REFERENCES regions_neighbourhood(id), -- whose volunteers
      day INTEGER NOT NULL, -- day number
      place TEXT NOT NULL, -- where they met
      minutes BLOB NOT NULL, -- encrypted
      present INTEGER NOT NULL CHECK(present >= counted), -- everybody there
      counted INTEGER NOT NULL CHECK(counted >= 0), -- volunteers and key persons among them
      UNIQUE(neighbourhood, day, place)
    ) STRICT
    """,
    "CREATE INDEX mobilisation_gathering_province ON mobilisation_gathering(province, id)",
    """
    CREATE TABLE mobilisation_attendance(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- of the gathering
      gathering INTEGER NOT NULL REFERENCES mobilisation_gathering(id), -- which
      person INTEGER NOT NULL REFERENCES people_person(id), -- who was there
      is_counted INTEGER NOT NULL CHECK(is_counted IN (0,1)), -- towards the quorum
      UNIQUE(gathering, person)
    ) STRICT
    """,
    "CREATE INDEX mobilisation_attendance_person ON mobilisation_attendance(person)")

  static let needs = Migration(
    "mobilisation.needs",
    """
    CREATE TABLE mobilisation_need(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- of the neighbourhood
      neighbourhood INTEGER NOT NULL REFERENCES regions_neighbourhood(id), -- who needs it
      title TEXT NOT NULL, -- as typed, normalised
      title_key TEXT NOT NULL, -- folded for search and duplicates
      category TEXT NOT NULL CHECK(category IN ( -- for grouping
        'socialHarm','livelihood','health','education','culture','safety',
        'environment','infrastructure','other')),
      recorded_on INTEGER NOT NULL, -- day number
      UNIQUE(neighbourhood, title_key)
    ) STRICT
    """,
    "CREATE INDEX mobilisation_need_province ON mobilisation_need(province, id)",
    """
    CREATE TABLE mobilisation_ranking(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- NR-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- of the neighbourhood
      neighbourhood INTEGER NOT NULL REFERENCES regions_neighbourhood(id), -- whose needs
      method TEXT NOT NULL CHECK(method = 'weightedCriteria'), -- how the order is found
      criteria TEXT NOT NULL, -- JSON: name and weight of each
      state TEXT NOT NULL CHECK(state IN ('open','locked')), -- nothing changes after the lock
      started_on INTEGER NOT NULL, -- day number
      scores_given INTEGER NOT NULL CHECK(scores_given >= 0), -- corrections included
      locked_on INTEGER, -- day number
      decision TEXT, -- the committee's minutes
      needs TEXT NOT NULL, -- JSON: rows that were locked; empty before
      input_digest TEXT CHECK(length(input_digest) = 64), -- SHA-256 of all inputs at the lock
      CHECK((state = 'locked') = (locked_on IS NOT NULL AND decision IS NOT NULL AND input_digest IS NOT NULL))
    ) STRICT
    """,
    "CREATE INDEX mobilisation_ranking_province ON mobilisation_ranking(province, id)",
    "CREATE INDEX mobilisation_ranking_neighbourhood ON mobilisation_ranking(neighbourhood)",
    "CREATE UNIQUE INDEX mobilisation_ranking_open ON mobilisation_ranking(neighbourhood) WHERE state = 'open'",
    """
    CREATE TABLE mobilisation_score(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- of the ranking
      ranking INTEGER NOT NULL REFERENCES mobilisation_ranking(id), -- in which
      need INTEGER NOT NULL REFERENCES mobilisation_need(id), -- of what
      criterion TEXT NOT NULL, -- a name out of the ranking's criteria
      score INTEGER NOT NULL CHECK(score BETWEEN 0 AND 100), -- how much it holds
      UNIQUE(ranking, need, criterion)
    ) STRICT
    """,
    "CREATE INDEX mobilisation_score_need ON mobilisation_score(need)")
}

extension MobilisationSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "mobilisation.states",
    "CREATE INDEX mobilisation_clinic_state ON mobilisation_clinic(state, province)",
    "CREATE INDEX mobilisation_ranking_state ON mobilisation_ranking(state, province)")
}

extension MobilisationSchema {
  /// The last days of schemes; a neighbourhood whose scheme ended is free for another.
  static let schemeEnds = Migration(
    "mobilisation.scheme-ends",
    """
    CREATE TABLE mobilisation_scheme_end(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- always 1
      province TEXT NOT NULL, -- IR-nn
      clinic INTEGER NOT NULL UNIQUE REFERENCES mobilisation_clinic(id), -- whose scheme; it ends once
      ended_on INTEGER NOT NULL, -- day number, still a day of the scheme
      reason TEXT NOT NULL CHECK(reason <> '') -- why
    ) STRICT
    """,
    "DROP TRIGGER mobilisation_clinic_target_once",
    """
    CREATE TRIGGER mobilisation_clinic_target_once BEFORE UPDATE of target ON mobilisation_clinic
    WHEN new.target IS NOT NULL AND new.target IS NOT old.target
      AND EXISTS (
        SELECT 1 FROM mobilisation_clinic c WHERE c.target = new.target AND c.state = 'placed' AND c.id <> new.id
          AND NOT EXISTS (SELECT 1 FROM mobilisation_scheme_end WHERE clinic = c.id))
    BEGIN SELECT raise(ABORT, 'mobilisation_clinic: the target of another clinic'); END
    """)
}

extension MobilisationSchema {
  /// A neighbourhood belongs to one scheme at a time. Stores of version 0.1.0 may hold one that two clinics chose, on which an
  /// index could not be built: what is chosen from now on is refused, what is there stays.
  static let schemes = Migration(
    "mobilisation.schemes",
    """
    CREATE TRIGGER mobilisation_clinic_target_once BEFORE UPDATE of target ON mobilisation_clinic
    WHEN new.target IS NOT NULL AND new.target IS NOT old.target
      AND EXISTS (SELECT 1 FROM mobilisation_clinic WHERE target = new.target AND state = 'placed' AND id <> new.id)
    BEGIN SELECT raise(ABORT, 'mobilisation_clinic: the target of another clinic'); END
    """)
}

extension MobilisationSchema {
  /// On which day a clinic was rejected.
  static let rejections = Migration(
    "mobilisation.rejections",
    """
    CREATE TABLE mobilisation_rejection(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      clinic INTEGER NOT NULL REFERENCES mobilisation_clinic(id), -- which was rejected
      rejected_on INTEGER NOT NULL -- day number
    ) STRICT
    """,
    "CREATE INDEX mobilisation_rejection_clinic ON mobilisation_rejection(clinic, id)",
    "CREATE INDEX mobilisation_rejection_province ON mobilisation_rejection(province, id)")
}
