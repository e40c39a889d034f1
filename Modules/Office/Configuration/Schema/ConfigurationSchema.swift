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
}
