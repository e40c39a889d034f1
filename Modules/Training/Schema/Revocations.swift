import Contracts
import Feature

extension TrainingSchema {
  static let revocations = Migration(
    "training.revocations",
    """
    CREATE TABLE training_revocation(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises when it is undone
      province TEXT NOT NULL, -- IR-nn
      certificate INTEGER NOT NULL REFERENCES training_certificate(id), -- what was taken back
      revoked_on INTEGER NOT NULL, -- day number
      overturned_on INTEGER CHECK(overturned_on >= revoked_on) -- day number of the upheld objection; NULL while it stands
    ) STRICT
    """,
    "CREATE UNIQUE INDEX training_revocation_standing ON training_revocation(certificate) WHERE overturned_on IS NULL",
    "CREATE INDEX training_revocation_certificate ON training_revocation(certificate, id)",
    "CREATE INDEX training_revocation_province ON training_revocation(province, id)")
}
