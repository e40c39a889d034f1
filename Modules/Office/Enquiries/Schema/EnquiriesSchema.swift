import Contracts
import Feature

enum EnquiriesSchema {
  static let tables = Migration(
    "enquiries.tables",
    """
    CREATE TABLE enquiries_enquiry(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- EN-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- the object's, where it has one
      object TEXT NOT NULL, -- module.thing/row
      agency TEXT NOT NULL CHECK(agency IN ('police','registryOffice','securityOffice','ngoSystem','other')), -- to whom it went
      agency_name TEXT, -- which one, for other
      person INTEGER REFERENCES people_person(id), -- about whom
      letter_number TEXT NOT NULL, -- Latin digits
      letter_date INTEGER NOT NULL, -- day number
      due INTEGER NOT NULL, -- day number of the last day
      state TEXT NOT NULL CHECK(state IN ('sent','overdue','answered','withdrawn')), -- how it stands
      answer_number TEXT, -- Latin digits
      answer_date INTEGER CHECK(answer_date >= letter_date), -- day number
      is_favourable INTEGER CHECK(is_favourable IN (0,1)), -- what the answer says; NULL before it
      answer_text TEXT, -- what it says
      valid_until INTEGER CHECK(valid_until >= answer_date), -- day number
      days_held INTEGER CHECK(days_held >= 0), -- letter to answer
      days_late INTEGER CHECK(days_late >= 0), -- behind the last day, booked to the agency
      CHECK((agency = 'other') = (agency_name IS NOT NULL)),
      CHECK((state = 'answered') = (answer_date IS NOT NULL)),
      CHECK((state = 'answered') = (is_favourable IS NOT NULL)),
      CHECK((state = 'answered') = (days_held IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX enquiries_enquiry_letter ON enquiries_enquiry(object, agency, letter_number, coalesce(person, 0))
      WHERE state <> 'withdrawn'
    """,
    "CREATE INDEX enquiries_enquiry_due ON enquiries_enquiry(due) WHERE state = 'sent'",
    "CREATE INDEX enquiries_enquiry_province ON enquiries_enquiry(province, id)",
    "CREATE INDEX enquiries_enquiry_letters ON enquiries_enquiry(province, letter_date)",
    "CREATE INDEX enquiries_enquiry_agency ON enquiries_enquiry(agency, letter_date)")
}

extension EnquiriesSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "enquiries.states",
    "CREATE INDEX enquiries_enquiry_state ON enquiries_enquiry(state, province)")

  /// Whom it is about: asked for before a person may go.
  static let persons = Migration(
    "enquiries.persons",
    "CREATE INDEX enquiries_enquiry_person ON enquiries_enquiry(person) WHERE person IS NOT NULL")
}
