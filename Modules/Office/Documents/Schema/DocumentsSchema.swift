import Contracts
import Feature

enum DocumentsSchema {
  static let tables = Migration(
    "documents.tables",
    """
    CREATE TABLE documents_content(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- always 1
      sha256 TEXT NOT NULL UNIQUE CHECK(length(sha256) = 64), -- of the bytes, hexadecimal
      content BLOB NOT NULL -- sealed; base 64 of the bytes
    ) STRICT
    """,
    """
    CREATE TABLE documents_document(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- DC-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- the object's, where it has one
      object TEXT NOT NULL, -- module.thing/row
      kind TEXT NOT NULL, -- statute, minutes …
      title TEXT NOT NULL, -- as typed, normalised
      file_name TEXT NOT NULL, -- without path
      media_type TEXT NOT NULL CHECK(media_type IN ('pdf','jpeg','png','text')), -- as the bytes themselves say
      size INTEGER NOT NULL CHECK(size > 0), -- bytes
      sha256 TEXT NOT NULL CHECK(length(sha256) = 64), -- of the bytes, hexadecimal
      content INTEGER NOT NULL REFERENCES documents_content(id), -- the bytes
      issued INTEGER, -- day number
      valid_until INTEGER CHECK(valid_until >= issued), -- day number
      state TEXT NOT NULL CHECK(state IN ('filed','verified','rejected','superseded')), -- how far it was checked
      filed_on INTEGER NOT NULL, -- day number
      sighted_by TEXT, -- actor who saw the original
      sighted_on INTEGER, -- day number
      verified_by TEXT, -- actor
      verified_on INTEGER, -- day number
      rejection TEXT, -- why, for the applicant
      superseded_by INTEGER REFERENCES documents_document(id), -- the newer one
      CHECK((sighted_by IS NULL) = (sighted_on IS NULL)),
      CHECK((verified_by IS NULL) = (verified_on IS NULL)),
      CHECK((state = 'rejected') = (rejection IS NOT NULL)),
      CHECK((state = 'superseded') = (superseded_by IS NOT NULL))
    ) STRICT
    """,
    "CREATE INDEX documents_document_object ON documents_document(object, state)",
    "CREATE INDEX documents_document_province ON documents_document(province, id)",
    "CREATE INDEX documents_document_end ON documents_document(valid_until) WHERE valid_until IS NOT NULL")
}

extension DocumentsSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "documents.states",
    "CREATE INDEX documents_document_state ON documents_document(state, province)")
}
