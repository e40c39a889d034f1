import Contracts
import Feature

enum RegionsSchema {
  /// By name, wherever it lies: somebody names a place without saying in which county.
  static let names = Migration(
    "regions.names",
    "CREATE INDEX regions_county_name ON regions_county(name_key)",
    "CREATE INDEX regions_neighbourhood_name ON regions_neighbourhood(name_key)")

  static let tables = Migration(
    "regions.tables",
    """
    CREATE TABLE regions_county(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      statistical_code TEXT UNIQUE CHECK(length(statistical_code) = 4), -- Statistical Centre
      name TEXT NOT NULL, -- as typed, normalised
      name_key TEXT NOT NULL, -- folded for duplicates
      valid_from INTEGER NOT NULL, -- day number
      valid_until INTEGER CHECK(valid_until >= valid_from), -- day number
      UNIQUE(province, name_key, valid_from)
    ) STRICT
    """,
    """
    CREATE TABLE regions_neighbourhood(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- NB-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- in which county; NULL where unknown
      name TEXT NOT NULL, -- as typed, normalised
      name_key TEXT NOT NULL, -- folded for duplicates
      sort_key BLOB NOT NULL, -- Persian order
      setting TEXT NOT NULL, -- urban, rural, school …
      is_harm_prone INTEGER NOT NULL CHECK(is_harm_prone IN (0,1)), -- prone to social harms
      is_informal_settlement INTEGER NOT NULL CHECK(is_informal_settlement IN (0,1)), -- informal settlement
      UNIQUE(province, county, name_key)
    ) STRICT
    """,
    "CREATE INDEX regions_neighbourhood_province ON regions_neighbourhood(province, id)",
    """
    CREATE TABLE regions_population(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      year INTEGER NOT NULL, -- Jalali year of the count
      population INTEGER NOT NULL CHECK(population > 0), -- people
      source TEXT NOT NULL, -- census or estimate, with its publisher
      UNIQUE(province, year, source)
    ) STRICT
    """,
    """
    CREATE TABLE regions_closure(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      day INTEGER NOT NULL, -- day number
      reason TEXT NOT NULL, -- order of the governor
      UNIQUE(province, day)
    ) STRICT
    """)
}

extension RegionsSchema {
  /// How many people live in a place.
  static let residents = Migration(
    "regions.residents",
    """
    CREATE TABLE regions_residents(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      province TEXT NOT NULL, -- IR-nn
      county INTEGER REFERENCES regions_county(id), -- of the place
      neighbourhood INTEGER NOT NULL REFERENCES regions_neighbourhood(id), -- who was counted
      year INTEGER NOT NULL CHECK(year BETWEEN 1300 AND 1500), -- Jalali year of the count
      population INTEGER NOT NULL CHECK(population > 0), -- people
      source TEXT NOT NULL CHECK(length(source) BETWEEN 1 AND 300), -- census or estimate, with its publisher
      UNIQUE(neighbourhood, year, source)
    ) STRICT
    """,
    "CREATE INDEX regions_residents_province ON regions_residents(province, id)")
}
