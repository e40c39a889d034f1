import Feature
import Ledger
import Secrets
public import Store

/// Tables of the kernel itself. Verdicts are permanent; serials can be read off the codes; answers live 48 hours.
enum KernelSchema {
  static let migrations: [Migration] =
    LedgerSchema.migrations + [
      Migration(
        "registry.kernel",
        """
        CREATE TABLE registry_serial(
          prefix TEXT NOT NULL, -- the letters of the code
          place TEXT NOT NULL, -- two digits of the province, or IR
          year INTEGER NOT NULL, -- Jalali
          last INTEGER NOT NULL, -- the last number given
          PRIMARY KEY(prefix, place, year)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE registry_answer(
          actor TEXT NOT NULL, -- who sent the key
          key TEXT NOT NULL, -- Idempotency-Key as sent
          fingerprint BLOB NOT NULL, -- digest of command and input
          answer TEXT NOT NULL, -- JSON, the first answer
          entry INTEGER, -- the last ledger entry it wrote
          at INTEGER NOT NULL, -- microseconds since 1970, UTC
          PRIMARY KEY(actor, key)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX registry_answer_at ON registry_answer(at)",
        """
        CREATE TABLE rules_parameters(
          digest BLOB PRIMARY KEY, -- as in verdicts and ledger entries
          rule TEXT NOT NULL, -- module.rule-name
          value TEXT NOT NULL -- JSON, the parameters in force
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE rules_verdict(
          id INTEGER PRIMARY KEY,
          entry INTEGER NOT NULL, -- seq of the ledger entry that carries it
          rule TEXT NOT NULL, -- module.rule-name
          version INTEGER NOT NULL, -- of the rule
          province TEXT, -- two digits; NULL for the nation
          day INTEGER NOT NULL, -- business date, day number
          parameters BLOB NOT NULL REFERENCES rules_parameters(digest),
          salt BLOB NOT NULL, -- for the digest of the facts in the entry
          facts BLOB NOT NULL, -- sealed JSON: facts may be personal data
          objections TEXT NOT NULL -- JSON list of codes; empty for a pass
        ) STRICT
        """,
        "CREATE INDEX rules_verdict_entry ON rules_verdict(entry)",
        "CREATE INDEX rules_verdict_rule ON rules_verdict(rule, day)",
        """
        CREATE TABLE nightly_run(
          day INTEGER NOT NULL, -- business date, day number
          task TEXT NOT NULL, -- module.what
          last INTEGER NOT NULL, -- last row settled; the next run goes on behind it
          settled INTEGER NOT NULL, -- rows settled
          refused INTEGER NOT NULL, -- rows whose settlement was refused by a rule; each left its entry
          finished INTEGER NOT NULL CHECK(finished IN (0,1)),
          PRIMARY KEY(day, task)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE nightly_lease(
          id INTEGER PRIMARY KEY CHECK(id = 1),
          holder TEXT NOT NULL, -- process that runs the night
          until INTEGER NOT NULL -- microseconds since 1970, UTC
        ) STRICT
        """),
      Migration(
        "registry.moments",
        """
        CREATE TABLE registry_moment(
          name TEXT PRIMARY KEY, -- pulse: last test write; night: end of the last night that ran through
          at INTEGER NOT NULL -- microseconds since 1970, UTC
        ) STRICT, WITHOUT ROWID
        """),
      Migration(
        "registry.key",
        """
        CREATE TABLE registry_key(
          name TEXT PRIMARY KEY, -- master: the key of personal data
          mark BLOB NOT NULL -- by which the key is known again; says nothing about it
        ) STRICT, WITHOUT ROWID
        """),
      Migration(
        "registry.jobs",
        """
        CREATE TABLE registry_job(
          id INTEGER PRIMARY KEY,
          work TEXT NOT NULL, -- what is done, such as: import people.register
          state TEXT NOT NULL, -- waiting (also while it runs), done, failed, cancelled, interrupted
          owner TEXT NOT NULL, -- actor who asked for it
          done INTEGER NOT NULL, -- steps
          total INTEGER, -- steps there are; NULL where that is not known
          started_at INTEGER NOT NULL, -- microseconds since 1970, UTC
          ended_at INTEGER, -- NULL while it is under way
          log TEXT NOT NULL, -- JSON list of lines
          refusal TEXT, -- JSON, why it failed
          result_type TEXT, -- media type
          result BLOB -- sealed; kept 48 hours
        ) STRICT
        """,
        "CREATE INDEX registry_job_owner ON registry_job(owner, id)"),
      Migration(
        "registry.sealed-answers",
        "DROP TABLE registry_answer",
        """
        CREATE TABLE registry_answer(
          actor TEXT NOT NULL, -- who sent the key
          key TEXT NOT NULL, -- Idempotency-Key as sent
          fingerprint BLOB NOT NULL, -- keyed hash of command and input
          answer BLOB NOT NULL, -- sealed JSON, the first answer as its actor saw it
          entry INTEGER, -- the last ledger entry it wrote
          at INTEGER NOT NULL, -- microseconds since 1970, UTC
          PRIMARY KEY(actor, key)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX registry_answer_at ON registry_answer(at)"),
      Migration(
        "registry.batches",
        """
        CREATE TABLE registry_batch(
          id INTEGER PRIMARY KEY,
          action TEXT NOT NULL, -- one row of the sheet, one of these
          owner TEXT NOT NULL, -- actor who imported it
          province TEXT, -- IR-nn of the owner; NULL for the nation
          digest BLOB NOT NULL, -- SHA-256 of the file
          rows INTEGER NOT NULL, -- below the titles
          changed INTEGER NOT NULL, -- rows that changed something
          same INTEGER NOT NULL, -- rows that asked for what was there already
          refused INTEGER NOT NULL, -- rows that were left out
          first_entry INTEGER, -- of the ledger
          last_entry INTEGER, -- of the ledger; others may stand between the two
          at INTEGER NOT NULL -- microseconds since 1970, UTC
        ) STRICT
        """,
        "CREATE INDEX registry_batch_file ON registry_batch(action, digest)",
        "CREATE INDEX registry_batch_owner ON registry_batch(owner, id)"),
      Migration(
        "registry.removed",
        """
        CREATE TABLE registry_removed(
          object TEXT NOT NULL, -- module.thing
          row INTEGER NOT NULL, -- its number, which is never given again
          columns BLOB NOT NULL, -- sealed canonical JSON of the row as it was stored, with the key of whom it was about
          PRIMARY KEY(object, row)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE registry_batch_undo(
          batch INTEGER PRIMARY KEY REFERENCES registry_batch(id),
          actor TEXT NOT NULL, -- who took it back
          removed INTEGER NOT NULL, -- rows that it had made
          restored INTEGER NOT NULL, -- rows that it had changed
          at INTEGER NOT NULL -- microseconds since 1970, UTC
        ) STRICT
        """),
      Migration(
        "registry.columns",
        """
        CREATE TABLE registry_column(
          owner TEXT NOT NULL, -- actor who said it
          action TEXT NOT NULL, -- whose sheets
          title TEXT NOT NULL, -- folded
          field TEXT NOT NULL, -- what a column of that title is
          PRIMARY KEY(owner, action, title)
        ) STRICT, WITHOUT ROWID
        """),
      Migration(
        "registry.nights",
        """
        CREATE TABLE nightly_failure(
          task TEXT NOT NULL, -- module.what
          row INTEGER NOT NULL, -- which row of its records was set aside; 0 for the whole task
          first INTEGER NOT NULL, -- business date of the first failure, day number
          last INTEGER NOT NULL, -- of the last one
          tries INTEGER NOT NULL, -- nights that tried
          error TEXT NOT NULL, -- what went wrong; nothing of the row's content
          PRIMARY KEY(task, row)
        ) STRICT, WITHOUT ROWID
        """),
      DenialLog.schema,
      Migration(
        "registry.reach",
        """
        CREATE TABLE registry_reach(
          object TEXT NOT NULL, -- module.thing
          row INTEGER NOT NULL, -- its number
          kind TEXT NOT NULL, -- through what it is seen below the province: county, or the kind of an assignable thing
          holder INTEGER NOT NULL, -- its number
          PRIMARY KEY(object, row, kind, holder)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX registry_reach_holder ON registry_reach(kind, holder, object, row)",
        """
        CREATE TABLE registry_reach_form(
          id INTEGER PRIMARY KEY CHECK(id = 1),
          digest BLOB NOT NULL -- of the declarations by which the table was made
        ) STRICT
        """),
    ]
}

extension Registry {
  /// The steps of the schema, as a store is compared with them.
  public var schema: Migrations { Migrations(migrations) { Digest.sha256($0) } }
}
