import Contracts
import Feature

enum PeopleSchema {
  static let tables = Migration(
    "people.tables",
    """
    CREATE TABLE people_person(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- PE-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- NULL: seen by every county of the province
      subject BLOB NOT NULL UNIQUE CHECK(length(subject) = 16), -- random name in the ledger
      id_kind TEXT NOT NULL CHECK(id_kind IN ('nationalID','foreignID','none')), -- what names them
      national_id BLOB, -- sealed
      foreign_id BLOB, -- sealed
      id_reason TEXT, -- why there is no national ID
      identity_index BLOB CHECK(length(identity_index) = 16), -- keyed digest of the ID
      first_name TEXT NOT NULL, -- as typed, normalised
      family_name TEXT NOT NULL, -- as typed, normalised
      father_name TEXT NOT NULL, -- as typed, normalised
      search_key TEXT NOT NULL, -- folded first and family name
      name_key TEXT NOT NULL, -- the same without titles and spaces
      father_key TEXT NOT NULL, -- folded father's name
      sort_key BLOB NOT NULL, -- Persian order, family name first
      birth INTEGER NOT NULL, -- day number
      is_literate INTEGER NOT NULL CHECK(is_literate IN (0,1)), -- reads and writes
      gender TEXT CHECK(gender IN ('female','male')), -- NULL where unknown
      mobile BLOB, -- sealed
      address BLOB, -- sealed
      consented_on INTEGER, -- day number
      CHECK((id_kind = 'nationalID') = (national_id IS NOT NULL)),
      CHECK((id_kind = 'foreignID') = (foreign_id IS NOT NULL)),
      CHECK((id_kind = 'none') = (identity_index IS NULL)),
      CHECK(id_kind = 'nationalID' OR id_reason IS NOT NULL),
      UNIQUE(province, identity_index)
    ) STRICT
    """,
    "CREATE INDEX people_person_identity ON people_person(identity_index) WHERE identity_index IS NOT NULL",
    "CREATE INDEX people_person_name ON people_person(name_key, birth)",
    "CREATE INDEX people_person_sort ON people_person(sort_key, id)",
    "CREATE INDEX people_person_province ON people_person(province, sort_key, id)")
}
