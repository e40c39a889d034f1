import Contracts
import Feature

extension HealthBasesSchema {
  /// The signatures of renewed agreements, with the days on which the want of one interrupted the work: the table of
  /// interruptions knows two causes, and a published step is not edited.
  static let signatures = Migration(
    "healthbases.signatures",
    """
    CREATE TABLE healthbases_signature(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- as the base
      agreement INTEGER NOT NULL UNIQUE REFERENCES healthbases_agreement(id), -- the renewed one
      asked_on INTEGER NOT NULL, -- day from which on it could be signed
      due_on INTEGER NOT NULL CHECK(due_on >= asked_on), -- last day to sign it in time
      state TEXT NOT NULL CHECK(state IN ('awaited','byOffice','byInstitute','signed','void')), -- who has signed
      office_signed_on INTEGER, -- day of the director's signature
      office_signed_by TEXT, -- actor, as in the ledger
      institute_signed_on INTEGER, -- day of the institute's signature
      institute_signatory TEXT, -- who signed for the institute
      institute_recorded_by TEXT, -- actor who recorded it, as in the ledger
      suspended_on INTEGER, -- first day of the suspension for want of a signature
      resumed_on INTEGER CHECK(resumed_on >= suspended_on), -- day on which work went on
      CHECK((office_signed_on IS NULL) = (office_signed_by IS NULL)),
      CHECK((institute_signed_on IS NULL) = (institute_recorded_by IS NULL)),
      CHECK(state <> 'signed' OR office_signed_on IS NOT NULL AND institute_signed_on IS NOT NULL)
    ) STRICT
    """,
    """
    CREATE INDEX healthbases_signature_due ON healthbases_signature(due_on)
      WHERE state IN ('awaited','byOffice','byInstitute') AND suspended_on IS NULL
    """,
    "CREATE INDEX healthbases_signature_state ON healthbases_signature(state, province)",
    "CREATE INDEX healthbases_signature_province ON healthbases_signature(province, id)")
}
