import Contracts
import Feature

enum InstitutesSchema {
  /// By name in the whole nation.
  static let names = Migration("institutes.names", "CREATE INDEX institutes_institute_name ON institutes_institute(name_key)")

  static let tables = Migration(
    "institutes.tables",
    """
    CREATE TABLE institutes_institute(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- IN-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- row of the county; NULL for the whole province
      name TEXT NOT NULL, -- as typed, normalised
      name_key TEXT NOT NULL, -- folded
      from_group INTEGER UNIQUE, -- row of the mature group; NULL for outside applicants
      applicant INTEGER, -- row of the person who asks from outside
      request_number TEXT NOT NULL, -- letter number of the registration request
      requested_on INTEGER NOT NULL, -- day number
      state TEXT NOT NULL CHECK(state IN -- on the ways of institutes.step
        ('file','approved','agreedInPrinciple','licensed','suspended','expired','revoked','dissolved')),
      memberships INTEGER NOT NULL CHECK(memberships >= 0), -- how many were recorded
      agreed_on INTEGER, -- day of the agreement in principle
      licensed_on INTEGER, -- day of the first licence
      licence_valid_until INTEGER, -- last day of the newest licence
      remind_on INTEGER, -- when its end is announced; NULL when done
      UNIQUE(province, name_key),
      CHECK((from_group IS NULL) <> (applicant IS NULL)),
      CHECK((licensed_on IS NULL) = (licence_valid_until IS NULL)),
      CHECK(state NOT IN ('licensed','suspended','expired') OR licence_valid_until IS NOT NULL)
    ) STRICT
    """,
    "CREATE INDEX institutes_institute_province ON institutes_institute(province, licensed_on)",
    """
    CREATE INDEX institutes_institute_end ON institutes_institute(licence_valid_until)
      WHERE state IN ('licensed','suspended')
    """,
    "CREATE INDEX institutes_institute_remind ON institutes_institute(remind_on) WHERE remind_on IS NOT NULL",
    """
    CREATE TABLE institutes_member(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      institute INTEGER NOT NULL REFERENCES institutes_institute(id), -- whose boards
      person INTEGER NOT NULL, -- row of the person
      post TEXT NOT NULL CHECK(post IN -- what the person is there
        ('founder','director','managingDirector','inspectorMain','inspectorAlternate')),
      since INTEGER NOT NULL, -- day number
      until INTEGER CHECK(until >= since) -- day number; NULL while it lasts
    ) STRICT
    """,
    "CREATE INDEX institutes_member_institute ON institutes_member(institute)",
    "CREATE UNIQUE INDEX institutes_member_once ON institutes_member(institute, person, post) WHERE until IS NULL",
    """
    CREATE UNIQUE INDEX institutes_member_single ON institutes_member(institute)
      WHERE until IS NULL AND post = 'managingDirector'
    """,
    """
    CREATE TABLE institutes_principle(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- serial number, AP-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      institute INTEGER NOT NULL UNIQUE REFERENCES institutes_institute(id), -- who is agreed to
      signed_on INTEGER NOT NULL, -- day number
      conditions TEXT NOT NULL -- what it is bound to; may be empty
    ) STRICT
    """,
    """
    CREATE TABLE institutes_licence(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- serial number, LC-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      institute INTEGER NOT NULL REFERENCES institutes_institute(id), -- who is licensed
      scope TEXT NOT NULL, -- what it may be used for
      signed_on INTEGER NOT NULL, -- day number
      valid_from INTEGER NOT NULL, -- day number
      valid_until INTEGER NOT NULL CHECK(valid_until >= valid_from), -- day number
      UNIQUE(institute, valid_from)
    ) STRICT
    """)
}

extension InstitutesSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "institutes.states",
    "CREATE INDEX institutes_institute_state ON institutes_institute(state, province)")
}

extension InstitutesSchema {
  /// What is decided against an institute, and what undoing it needs.
  static let sanctions = Migration(
    "institutes.sanctions",
    """
    CREATE TABLE institutes_sanction(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the institute
      institute INTEGER NOT NULL REFERENCES institutes_institute(id), -- against which
      kind TEXT NOT NULL CHECK(kind IN ('suspension','revocation','dissolution')), -- what was decided
      decided_on INTEGER NOT NULL, -- day number
      former_state TEXT NOT NULL, -- where the institute stood
      state TEXT NOT NULL CHECK(state IN ('inForce','stayed','lifted')) -- what became of it
    ) STRICT
    """,
    "CREATE INDEX institutes_sanction_all ON institutes_sanction(institute, id)",
    "CREATE INDEX institutes_sanction_province ON institutes_sanction(province, id)",
    "CREATE INDEX institutes_sanction_state ON institutes_sanction(state, province)")
}
