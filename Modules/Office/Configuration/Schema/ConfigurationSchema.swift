import Contracts
import Feature

enum ConfigurationSchema {
  static let tables = Migration(
    "configuration.tables",
    """
    CREATE TABLE configuration_switch(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      module TEXT NOT NULL, -- id of a feature module
      province TEXT, -- IR-nn; NULL for the nation
      from_day INTEGER NOT NULL, -- day number
      is_on INTEGER NOT NULL CHECK(is_on IN (0,1)), -- 1 works, 0 refuses new rows
      source TEXT NOT NULL -- on whose word
    ) STRICT
    """,
    "CREATE UNIQUE INDEX configuration_switch_key ON configuration_switch(module, coalesce(province,''), from_day)",
    "CREATE INDEX configuration_switch_province ON configuration_switch(province, id)",
    """
    CREATE TABLE configuration_setting(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      rule TEXT NOT NULL, -- module.rule-name
      parameter TEXT NOT NULL, -- as the rule declares it
      province TEXT, -- IR-nn; NULL for the nation
      from_day INTEGER NOT NULL, -- day number
      value TEXT NOT NULL, -- JSON
      source TEXT NOT NULL, -- article, circular, decision
      is_locked INTEGER NOT NULL CHECK(is_locked IN (0,1)) -- provinces may not override
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX configuration_setting_key
      ON configuration_setting(rule, parameter, coalesce(province,''), from_day)
    """,
    "CREATE INDEX configuration_setting_province ON configuration_setting(province, id)")

  /// Of two values for one day the one entered later counts, so that a mistake is mended on its own day.
  static let changes = Migration(
    "configuration.changes",
    """
    CREATE TABLE configuration_change(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      kind TEXT NOT NULL, -- ordinary, urgent, retroactive
      province TEXT, -- IR-nn; NULL for the nation and for several provinces
      from_day INTEGER NOT NULL, -- day number of the first day on which something of it is in force
      source TEXT NOT NULL, -- article, circular, decision
      reason TEXT, -- why it is urgent or about the past
      state TEXT NOT NULL, -- proposed, approved, rejected, withdrawn
      decided_on INTEGER, -- day number
      hands INTEGER, -- people behind an approved one
      remark TEXT -- why it was rejected or withdrawn
    ) STRICT
    """,
    "CREATE INDEX configuration_change_province ON configuration_change(province, id)",
    "CREATE INDEX configuration_change_state ON configuration_change(state, id)",
    """
    CREATE TABLE configuration_change_item(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      change INTEGER NOT NULL REFERENCES configuration_change(id), -- what it is an item of
      province TEXT, -- IR-nn; NULL for the nation
      from_day INTEGER NOT NULL, -- day number
      source TEXT NOT NULL, -- article, circular, decision
      rule TEXT, -- module.rule-name; NULL for a switch
      parameter TEXT, -- as the rule declares it
      value TEXT, -- JSON
      is_locked INTEGER CHECK(is_locked IN (0,1)), -- provinces may not override
      module TEXT, -- id of a feature module; NULL for a value
      is_on INTEGER CHECK(is_on IN (0,1)), -- 1 works, 0 refuses new rows
      setting INTEGER REFERENCES configuration_setting(id), -- the value it became
      module_switch INTEGER REFERENCES configuration_switch(id), -- the switch it became
      CHECK((rule IS NULL) <> (module IS NULL))
    ) STRICT
    """,
    "CREATE INDEX configuration_change_item_change ON configuration_change_item(change)",
    "CREATE UNIQUE INDEX configuration_change_item_setting ON configuration_change_item(setting) WHERE setting IS NOT NULL",
    "CREATE UNIQUE INDEX configuration_change_item_switch ON configuration_change_item(module_switch) WHERE module_switch IS NOT NULL",
    "DROP INDEX configuration_setting_key",
    "CREATE INDEX configuration_setting_rule ON configuration_setting(rule, parameter)",
    "DROP INDEX configuration_switch_key",
    "CREATE INDEX configuration_switch_module ON configuration_switch(module)")
}
