import Contracts
import Feature

enum TrainingSchema {
  static let tables = Migration(
    "training.tables",
    """
    CREATE TABLE training_template(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- TM-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      kind TEXT NOT NULL CHECK(kind IN ('localFacilitatorWorkshop','generalEducation','groupFacilitation')), -- what is taught
      title TEXT NOT NULL, -- as typed, normalised
      title_key TEXT NOT NULL, -- folded
      version INTEGER NOT NULL CHECK(version > 0), -- a change is a new version
      days INTEGER NOT NULL CHECK(days > 0), -- teaching days
      sessions TEXT NOT NULL, -- JSON list of day, half, title
      UNIQUE(province, kind, title_key, version)
    ) STRICT
    """,
    """
    CREATE TABLE training_course(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- CO-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      template INTEGER NOT NULL REFERENCES training_template(id), -- what is taught
      kind TEXT NOT NULL CHECK(kind IN ('localFacilitatorWorkshop','generalEducation','groupFacilitation')), -- as the template
      days INTEGER NOT NULL CHECK(days > 0), -- teaching days
      place TEXT NOT NULL, -- where it is given
      first_day INTEGER NOT NULL, -- day number
      last_day INTEGER NOT NULL CHECK(last_day >= first_day), -- day number
      capacity INTEGER NOT NULL CHECK(capacity > 0), -- seats
      state TEXT NOT NULL CHECK(state IN ('planned','invited','ready','delivering','evaluated','closed')), -- where it stands
      requisites TEXT, -- place and supplies secured (S3 step 3)
      UNIQUE(id, capacity)
    ) STRICT
    """,
    "CREATE INDEX training_course_province ON training_course(province, id)",
    "CREATE INDEX training_course_template ON training_course(template)",
    """
    CREATE TABLE training_enrolment(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      course INTEGER NOT NULL, -- in which course
      person INTEGER NOT NULL, -- people.person
      kind TEXT NOT NULL CHECK(kind IN ('localFacilitator','selfHelpMember','ngoMember','dehyar','behvarz')), -- as what they attend
      document INTEGER, -- documents.document, the membership document
      capacity INTEGER NOT NULL, -- the course's, held to it by the foreign key
      seat INTEGER CHECK(seat BETWEEN 1 AND capacity), -- no seat beyond the capacity
      reserve INTEGER CHECK(reserve > 0), -- place on the reserve list
      state TEXT NOT NULL CHECK(state IN ('seated','reserve','withdrawn','completed')), -- seat, reserve list or out
      confirmation_letter TEXT, -- number of the outside body's letter
      confirmation_date INTEGER, -- day number of that letter
      score INTEGER CHECK(score BETWEEN 0 AND 100), -- evaluation
      completed_on INTEGER, -- day number
      FOREIGN KEY(course, capacity) REFERENCES training_course(id, capacity),
      UNIQUE(course, seat),
      UNIQUE(course, reserve),
      CHECK((seat IS NOT NULL) = (state IN ('seated','completed'))),
      CHECK((reserve IS NOT NULL) = (state = 'reserve')),
      CHECK((completed_on IS NOT NULL) = (state = 'completed')),
      CHECK((confirmation_letter IS NULL) = (confirmation_date IS NULL))
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX training_enrolment_once ON training_enrolment(course, person) WHERE state <> 'withdrawn'
    """,
    "CREATE INDEX training_enrolment_person ON training_enrolment(person)",
    "CREATE INDEX training_enrolment_completed ON training_enrolment(province, completed_on)",
    """
    CREATE TABLE training_presence(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every correction
      province TEXT NOT NULL, -- IR-nn
      course INTEGER NOT NULL REFERENCES training_course(id), -- as the enrolment
      enrolment INTEGER NOT NULL REFERENCES training_enrolment(id), -- whose
      person INTEGER NOT NULL, -- people.person
      day INTEGER NOT NULL CHECK(day > 0), -- day of the course
      half TEXT NOT NULL CHECK(half IN ('morning','afternoon')), -- of the day
      held_on INTEGER NOT NULL, -- day number
      is_present INTEGER NOT NULL CHECK(is_present IN (0,1)), -- was there
      UNIQUE(enrolment, day, half)
    ) STRICT
    """,
    "CREATE INDEX training_presence_course ON training_presence(course, day, half)",
    """
    CREATE TABLE training_certificate(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- serial number CE-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      course INTEGER NOT NULL REFERENCES training_course(id), -- as the enrolment
      enrolment INTEGER NOT NULL REFERENCES training_enrolment(id), -- for what it was earned
      person INTEGER NOT NULL, -- people.person
      kind TEXT NOT NULL CHECK(kind IN ('localFacilitatorWorkshop','generalEducation','groupFacilitation')), -- as the course
      issued_on INTEGER NOT NULL, -- day number
      revoked_on INTEGER CHECK(revoked_on >= issued_on) -- day number; counts no more from that day on
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX training_certificate_once ON training_certificate(enrolment) WHERE revoked_on IS NULL
    """,
    "CREATE INDEX training_certificate_course ON training_certificate(course, id)",
    "CREATE INDEX training_certificate_person ON training_certificate(person, issued_on)",
    """
    CREATE TABLE training_settlement(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      course INTEGER NOT NULL REFERENCES training_course(id), -- as the enrolment
      enrolment INTEGER NOT NULL REFERENCES training_enrolment(id), -- for which attendance
      person INTEGER NOT NULL, -- people.person
      kind TEXT NOT NULL CHECK(kind IN ('localFacilitatorWorkshop','generalEducation','groupFacilitation')), -- as the course
      year INTEGER NOT NULL, -- Jalali year of the course's last day
      amount INTEGER NOT NULL CHECK(amount > 0), -- rial
      settled_on INTEGER NOT NULL, -- day number
      UNIQUE(person, kind, year) -- never twice
    ) STRICT
    """,
    "CREATE INDEX training_settlement_course ON training_settlement(course)",
    """
    CREATE TABLE training_plan(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      year INTEGER NOT NULL, -- Jalali year
      number INTEGER NOT NULL CHECK(number >= 0), -- local facilitators to be trained
      UNIQUE(year, province)
    ) STRICT
    """)
}

extension TrainingSchema {
  /// Who was taught in a province within some days.
  static let taught = Migration(
    "training.taught",
    "CREATE INDEX training_presence_taught ON training_presence(province, held_on, person) WHERE is_present = 1")

  /// What waits is found by its state.
  static let states = Migration(
    "training.states",
    "CREATE INDEX training_course_state ON training_course(state, province)",
    "CREATE INDEX training_enrolment_state ON training_enrolment(state, province)")
}
