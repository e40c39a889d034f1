import Contracts
import Feature

extension TrainingSchema {
  /// Every day of a course has its own date; who sits where at a half day is found by the person.
  static let days = Migration(
    "training.days",
    """
    CREATE TABLE training_course_day(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every correction
      province TEXT NOT NULL, -- IR-nn
      course INTEGER NOT NULL REFERENCES training_course(id), -- whose day
      day INTEGER NOT NULL CHECK(day > 0), -- day of the course
      held_on INTEGER NOT NULL, -- day number
      UNIQUE(course, day), -- a day has one date
      UNIQUE(course, held_on) -- a date is one day
    ) STRICT
    """,
    "CREATE INDEX training_presence_person ON training_presence(person, held_on)")

  /// Nobody is present in two courses at one half day. Stores may hold such a pair from before courses were held against one
  /// another: what is there stays and may be corrected, what would make a pair from now on is refused.
  static let oneSeat = Migration(
    "training.one-seat",
    """
    CREATE TRIGGER training_presence_one_seat BEFORE INSERT ON training_presence
    WHEN new.is_present = 1 AND EXISTS (
      SELECT 1 FROM training_presence
      WHERE person = new.person AND held_on = new.held_on AND half = new.half AND is_present = 1 AND course <> new.course)
    BEGIN SELECT raise(ABORT, 'training_presence: present in another course at this half day'); END
    """,
    """
    CREATE TRIGGER training_presence_moved_seat BEFORE UPDATE of course, person, half, held_on, is_present ON training_presence
    WHEN new.is_present = 1
      AND (old.is_present, old.course, old.person, old.half, old.held_on) <> (1, new.course, new.person, new.half, new.held_on)
      AND EXISTS (
        SELECT 1 FROM training_presence
        WHERE person = new.person AND held_on = new.held_on AND half = new.half AND is_present = 1 AND course <> new.course)
    BEGIN SELECT raise(ABORT, 'training_presence: present in another course at this half day'); END
    """)

  /// Who gives a course and is paid for it; a course without such a row is the office's own.
  static let providers = Migration(
    "training.providers",
    """
    CREATE TABLE training_provision(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      course INTEGER NOT NULL UNIQUE REFERENCES training_course(id), -- what is given
      provider TEXT NOT NULL CHECK(provider IN ('office','institute','clinic')), -- who gives it
      payee TEXT, -- name of the account's holder
      iban TEXT, -- where the cost per head goes
      CHECK((provider = 'office') = (payee IS NULL)),
      CHECK((payee IS NULL) = (iban IS NULL))
    ) STRICT
    """)

  /// How often a person is settled in a year is a parameter now, and a reversed settlement frees its place: what the table
  /// itself held for once and ever is held by the charges. Rows, numbers and columns stay as they were.
  static let charges = Migration(
    "training.charges",
    "ALTER TABLE training_settlement RENAME TO training_settlement_once",
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
      settled_on INTEGER NOT NULL -- day number
    ) STRICT
    """,
    "INSERT INTO training_settlement SELECT * FROM training_settlement_once",
    "DROP TABLE training_settlement_once",
    "CREATE INDEX training_settlement_course ON training_settlement(course)",
    "CREATE INDEX training_settlement_enrolment ON training_settlement(enrolment)",
    "CREATE INDEX training_settlement_person ON training_settlement(person, kind, year)",
    """
    CREATE TABLE training_charge(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises when it is reversed
      province TEXT NOT NULL, -- IR-nn
      settlement INTEGER NOT NULL UNIQUE REFERENCES training_settlement(id), -- what was settled
      enrolment INTEGER NOT NULL REFERENCES training_enrolment(id), -- as the settlement
      person INTEGER NOT NULL, -- as the settlement
      kind TEXT NOT NULL CHECK(kind IN ('localFacilitatorWorkshop','generalEducation','groupFacilitation')), -- as the settlement
      year INTEGER NOT NULL, -- as the settlement
      ordinal INTEGER NOT NULL CHECK(ordinal BETWEEN 1 AND 4), -- which of those of that person, kind and year
      payment TEXT NOT NULL CHECK(payment IN ('charge','payable')), -- on the envelope alone, or to be paid to somebody
      provider TEXT NOT NULL CHECK(provider IN ('office','institute','clinic')), -- who gave the course
      payee TEXT, -- name of the account's holder
      iban TEXT, -- where it goes
      reversed_on INTEGER, -- day number; from that day on it is taken back
      reversed_amount INTEGER CHECK(reversed_amount > 0), -- rial taken back
      CHECK((payment = 'charge') = (provider = 'office')),
      CHECK((payment = 'payable') = (payee IS NOT NULL)),
      CHECK((payee IS NULL) = (iban IS NULL)),
      CHECK((reversed_on IS NULL) = (reversed_amount IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX training_charge_year ON training_charge(person, kind, year, ordinal) WHERE reversed_on IS NULL",
    "CREATE UNIQUE INDEX training_charge_enrolment ON training_charge(enrolment) WHERE reversed_on IS NULL",
    "CREATE INDEX training_course_year ON training_course(kind, last_day)")
}
