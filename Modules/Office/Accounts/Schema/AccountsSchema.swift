import Contracts
import Feature

enum AccountsSchema {
  static let languages = Migration(
    "accounts.languages",
    """
    CREATE TABLE accounts_language(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      staff INTEGER NOT NULL UNIQUE REFERENCES accounts_staff(id), -- whose
      language TEXT NOT NULL CHECK(language IN ('fa','en')) -- what they read
    ) STRICT
    """)

  static let tables = Migration(
    "accounts.tables",
    """
    CREATE TABLE accounts_staff(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- ST-IR-1405-0001
      province TEXT, -- IR-nn; NULL for the national office
      user_name TEXT NOT NULL UNIQUE, -- to sign in
      full_name TEXT NOT NULL, -- for people
      password BLOB NOT NULL, -- Argon2id, sealed
      is_disabled INTEGER NOT NULL CHECK(is_disabled IN (0,1)) -- may not sign in
    ) STRICT
    """,
    "CREATE INDEX accounts_staff_province ON accounts_staff(province, id)",
    """
    CREATE TABLE accounts_post(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      staff INTEGER NOT NULL REFERENCES accounts_staff(id), -- who holds it
      role TEXT NOT NULL, -- code name of the role
      province TEXT, -- IR-nn; NULL for the nation
      county INTEGER REFERENCES regions_county(id), -- of the province; NULL for all of it
      valid_from INTEGER NOT NULL, -- day number
      valid_until INTEGER CHECK(valid_until >= valid_from - 1) -- day number, inclusive; the day before the first: never held
    ) STRICT
    """,
    "CREATE INDEX accounts_post_staff ON accounts_post(staff)",
    """
    CREATE TABLE accounts_session(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      staff INTEGER NOT NULL REFERENCES accounts_staff(id), -- whose
      token_hash BLOB NOT NULL UNIQUE, -- keyed BLAKE2b
      opened_at INTEGER NOT NULL, -- microseconds since 1970, UTC
      expires_at INTEGER NOT NULL, -- absolute limit
      ended_at INTEGER -- signed out or ended by somebody
    ) STRICT
    """,
    "CREATE INDEX accounts_session_staff ON accounts_session(staff) WHERE ended_at IS NULL",
    """
    CREATE TABLE accounts_presence(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      session INTEGER NOT NULL UNIQUE REFERENCES accounts_session(id), -- which was used
      seen_at INTEGER NOT NULL -- microseconds since 1970, UTC
    ) STRICT
    """,
    """
    CREATE TABLE accounts_throttle(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      subject BLOB NOT NULL UNIQUE, -- keyed hash of the account name or address
      failures INTEGER NOT NULL, -- since the last success
      paused_until INTEGER NOT NULL -- microseconds since 1970, UTC
    ) STRICT
    """)
}

extension AccountsSchema {
  /// Who acts for whom while they are away.
  static let absences = Migration(
    "accounts.absences",
    """
    CREATE TABLE accounts_absence(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT, -- IR-nn; NULL for the national office
      staff INTEGER NOT NULL REFERENCES accounts_staff(id), -- who is away
      acting INTEGER NOT NULL REFERENCES accounts_staff(id), -- who acts
      first_day INTEGER NOT NULL, -- day number
      last_day INTEGER NOT NULL CHECK(last_day >= first_day - 1), -- day number, inclusive; the day before the first: it never began
      letter TEXT NOT NULL, -- number of the letter
      CHECK(staff <> acting)
    ) STRICT
    """,
    "CREATE INDEX accounts_absence_acting ON accounts_absence(acting, last_day)",
    "CREATE INDEX accounts_absence_staff ON accounts_absence(staff, last_day)",
    "CREATE INDEX accounts_absence_province ON accounts_absence(province, id)")

  /// Who is away, whether or not somebody acts for them.
  static let leaves = Migration(
    "accounts.leaves",
    """
    CREATE TABLE accounts_leave(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT, -- IR-nn; NULL for the national office
      staff INTEGER NOT NULL REFERENCES accounts_staff(id), -- who is away
      first_day INTEGER NOT NULL, -- day number
      last_day INTEGER NOT NULL CHECK(last_day >= first_day - 1) -- day number, inclusive; the day before the first: it never began
    ) STRICT
    """,
    "CREATE INDEX accounts_leave_staff ON accounts_leave(staff, last_day)",
    "CREATE INDEX accounts_leave_province ON accounts_leave(province, id)",
    "CREATE INDEX accounts_post_province ON accounts_post(province, role)")

  /// Secrets that somebody else made; a side table, because the ledger holds the digests of the accounts.
  static let credentials = Migration(
    "accounts.credentials",
    """
    CREATE TABLE accounts_credential(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT, -- IR-nn; NULL for the national office
      staff INTEGER NOT NULL REFERENCES accounts_staff(id), -- whose secret
      is_reset INTEGER NOT NULL CHECK(is_reset IN (0,1)), -- the account had one before
      given_by INTEGER, -- row of the colleague who made it; NULL for the installation
      given_for INTEGER, -- row of the colleague in whose place they made it
      given_on INTEGER NOT NULL, -- day number
      changed_on INTEGER, -- day number; when the owner chose another
      confirmed_by INTEGER, -- row of the colleague who confirmed the reset
      confirmed_on INTEGER, -- day number
      hands INTEGER CHECK(hands IN (1,2)), -- who stand behind a confirmed reset
      CHECK((confirmed_on IS NULL) = (hands IS NULL))
    ) STRICT
    """,
    "CREATE INDEX accounts_credential_staff ON accounts_credential(staff, id)",
    "CREATE INDEX accounts_credential_province ON accounts_credential(province, id)")

  /// Posts that decide, on their way to a second hand; a side table, because the ledger holds the digests of the posts.
  static let postConfirmations = Migration(
    "accounts.post-confirmations",
    """
    CREATE TABLE accounts_post_confirmation(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT, -- IR-nn; NULL for the national office
      post INTEGER NOT NULL UNIQUE REFERENCES accounts_post(id), -- which waits
      staff INTEGER NOT NULL REFERENCES accounts_staff(id), -- who is to hold it
      proposed_by INTEGER, -- row of the colleague who proposed it; NULL for the installation
      proposed_for INTEGER, -- row of the colleague in whose place they did
      state TEXT NOT NULL CHECK(state IN ('proposed','confirmed','rejected','withdrawn')), -- a post counts when it is confirmed
      hands INTEGER CHECK(hands IN (1,2)), -- how many people stand behind a confirmed one
      reason TEXT, -- why it was rejected
      CHECK((state = 'confirmed') = (hands IS NOT NULL))
    ) STRICT
    """,
    "CREATE INDEX accounts_post_confirmation_staff ON accounts_post_confirmation(staff)",
    "CREATE INDEX accounts_post_confirmation_province ON accounts_post_confirmation(province, state)",
    "CREATE INDEX accounts_post_confirmation_state ON accounts_post_confirmation(state)")

  /// From where sessions were opened.
  static let sessionOrigins = Migration(
    "accounts.session-origins",
    """
    CREATE TABLE accounts_session_origin(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      session INTEGER NOT NULL UNIQUE REFERENCES accounts_session(id), -- which was opened
      host TEXT NOT NULL -- an address; empty in process
    ) STRICT
    """)
}
