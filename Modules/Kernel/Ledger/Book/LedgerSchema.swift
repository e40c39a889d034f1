public import Store

/// Tables of the ledger. The guards stop accidents and careless tools; what a determined owner of the file does is
/// found by verification, not prevented.
public enum LedgerSchema {
  /// To be applied before any other room's.
  public static let migrations: [Migration] = [Migration("ledger.tables", entries), Migration("ledger.keys", keys)]

  private static let entries: StaticString = """
    CREATE TABLE audit_epoch(
      epoch INTEGER PRIMARY KEY, -- from 1; a restore begins the next one
      origin TEXT NOT NULL UNIQUE, -- name of the log in its checkpoints
      base INTEGER NOT NULL, -- id of the epoch's first entry
      state TEXT NOT NULL CHECK(state IN ('open','frozen'))
    ) STRICT;
    CREATE TABLE audit_entry(
      id INTEGER PRIMARY KEY, -- from 0 over all epochs: the base of the epoch + idx
      epoch INTEGER NOT NULL, -- audit_epoch
      idx INTEGER NOT NULL, -- place in the epoch's tree, from 0; the entry's seq
      leaf BLOB NOT NULL CHECK(length(leaf) <= 16384), -- audit-json/1, what is hashed
      hash BLOB NOT NULL CHECK(length(hash) = 32) -- SHA-256(0x00, leaf)
    ) STRICT;
    CREATE TRIGGER audit_entry_insert BEFORE INSERT ON audit_entry
      WHEN NEW.id <= (SELECT max(id) FROM audit_entry)
      BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
    CREATE TRIGGER audit_entry_update BEFORE UPDATE ON audit_entry
      BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
    CREATE TRIGGER audit_entry_delete BEFORE DELETE ON audit_entry
      BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
    CREATE TABLE audit_node(
      epoch INTEGER NOT NULL, -- audit_epoch
      level INTEGER NOT NULL, -- height above the leaves, from 1; level 0 is audit_entry.hash
      idx INTEGER NOT NULL, -- complete subtrees of that level to the left
      hash BLOB NOT NULL, -- SHA-256(0x01, left, right)
      PRIMARY KEY(epoch, level, idx)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE audit_head(
      epoch INTEGER PRIMARY KEY, -- audit_epoch
      size INTEGER NOT NULL, -- number of entries
      note TEXT NOT NULL -- signed checkpoint of that size
    ) STRICT;
    CREATE TABLE audit_checkpoint(
      epoch INTEGER NOT NULL, -- audit_epoch
      size INTEGER NOT NULL, -- number of entries
      note TEXT NOT NULL, -- signed checkpoint of that size
      why TEXT NOT NULL, -- hour, day, rotation, export, shutdown
      PRIMARY KEY(epoch, size)
    ) STRICT;
    CREATE TRIGGER audit_checkpoint_insert BEFORE INSERT ON audit_checkpoint
      WHEN EXISTS(SELECT 1 FROM audit_checkpoint WHERE epoch = NEW.epoch AND size = NEW.size)
      BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END;
    CREATE TRIGGER audit_checkpoint_update BEFORE UPDATE ON audit_checkpoint
      BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END;
    CREATE TRIGGER audit_checkpoint_delete BEFORE DELETE ON audit_checkpoint
      BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END;
    CREATE TABLE audit_cosig(
      epoch INTEGER NOT NULL, -- audit_epoch
      size INTEGER NOT NULL, -- of the checkpoint it signs
      witness TEXT NOT NULL, -- name of the witness's key
      line TEXT NOT NULL, -- signature line, cosignature/v1
      PRIMARY KEY(epoch, size, witness)
    ) STRICT;
    CREATE TABLE audit_ix(
      obj TEXT NOT NULL, -- module.thing/row
      entry INTEGER NOT NULL, -- audit_entry.id
      actor TEXT, -- who changed it; NULL for an attempt that changed nothing
      PRIMARY KEY(obj, entry)
    ) STRICT, WITHOUT ROWID;
    """

  private static let keys: StaticString = """
    CREATE TABLE audit_key(
      vkey TEXT PRIMARY KEY, -- public key as in C2SP signed-note
      epoch INTEGER NOT NULL, -- audit_epoch
      from_size INTEGER NOT NULL, -- first tree size it may sign
      to_size INTEGER, -- last tree size it may sign; NULL while in use
      revoked_at TEXT -- UTC, RFC 3339; NULL unless revoked
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE audit_subject_key(
      subject BLOB PRIMARY KEY CHECK(length(subject) = 16), -- random name of a person
      wrapped BLOB NOT NULL -- the person's data key, sealed with the master's; erased with the person
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER audit_subject_key_insert BEFORE INSERT ON audit_subject_key
      WHEN EXISTS(SELECT 1 FROM audit_subject_key WHERE subject = NEW.subject)
      BEGIN SELECT RAISE(ABORT, 'a subject key is never replaced'); END;
    CREATE TRIGGER audit_subject_key_update BEFORE UPDATE OF subject ON audit_subject_key
      BEGIN SELECT RAISE(ABORT, 'a subject key is never renamed'); END;
    CREATE TABLE audit_opening(
      entry INTEGER NOT NULL, -- audit_entry.id
      field TEXT NOT NULL, -- after.name, before.name or why.text
      box BLOB NOT NULL, -- sealed: 32-byte nonce, then the value as JSON
      subject BLOB, -- whose key seals it; NULL for the field key
      PRIMARY KEY(entry, field)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX audit_opening_subject ON audit_opening(subject) WHERE subject IS NOT NULL;
    CREATE TRIGGER audit_opening_insert BEFORE INSERT ON audit_opening
      WHEN EXISTS(SELECT 1 FROM audit_opening WHERE entry = NEW.entry AND field = NEW.field)
      BEGIN SELECT RAISE(ABORT, 'audit_opening is append-only'); END;
    CREATE TRIGGER audit_opening_update BEFORE UPDATE ON audit_opening
      BEGIN SELECT RAISE(ABORT, 'audit_opening is append-only'); END;
    CREATE TRIGGER audit_opening_delete BEFORE DELETE ON audit_opening
      WHEN OLD.subject IS NULL OR EXISTS(SELECT 1 FROM audit_subject_key WHERE subject = OLD.subject)
      BEGIN SELECT RAISE(ABORT, 'an opening goes only after its subject key'); END;
    """
}
