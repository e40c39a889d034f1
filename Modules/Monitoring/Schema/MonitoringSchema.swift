import Contracts
import Feature

enum MonitoringSchema {
  static let tables = Migration(
    "monitoring.tables",
    """
    CREATE TABLE monitoring_measurement(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- rises with every change
      code TEXT NOT NULL UNIQUE, -- MS-27-1405-0001
      province TEXT NOT NULL, -- IR-nn
      year INTEGER NOT NULL, -- Jalali year
      revision INTEGER NOT NULL CHECK(revision > 0), -- rises when later facts are measured
      state TEXT NOT NULL CHECK(state IN ('measured','approved')), -- nothing changes after the approval
      as_of INTEGER NOT NULL, -- day number; facts until then count
      measured_on INTEGER NOT NULL, -- day number; whose parameters were in force
      coverage TEXT NOT NULL, -- JSON, indicator 1 with its inputs, census row and definition
      growth TEXT NOT NULL, -- JSON, indicator 2 with its inputs
      differences TEXT NOT NULL, -- JSON list, against the revision before
      digest TEXT NOT NULL CHECK(length(digest) = 64), -- SHA-256 of figures and evidence
      approved_on INTEGER, -- day number
      UNIQUE(province, year, revision),
      CHECK((approved_on IS NOT NULL) = (state = 'approved'))
    ) STRICT
    """,
    """
    CREATE TABLE monitoring_evidence(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- always 1
      province TEXT NOT NULL, -- IR-nn
      measurement INTEGER NOT NULL REFERENCES monitoring_measurement(id), -- for which measurement
      figure TEXT NOT NULL CHECK(figure IN ('covered','founded','foundedBefore')), -- which number it counts towards
      object TEXT NOT NULL, -- people.person/12, institutes.institute/3
      sources TEXT NOT NULL, -- modules that named it
      UNIQUE(measurement, figure, object) -- nobody is counted twice
    ) STRICT
    """)
}

extension MonitoringSchema {
  /// The counties behind a figure; measurements of before have none.
  static let counties = Migration(
    "monitoring.counties",
    """
    CREATE TABLE monitoring_county(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- always 1
      province TEXT NOT NULL, -- IR-nn
      county INTEGER, -- regions_county.id; NULL for what was reached where no county is recorded
      measurement INTEGER NOT NULL REFERENCES monitoring_measurement(id), -- for which measurement
      people INTEGER NOT NULL CHECK(people >= 0), -- distinct people reached in it
      probable INTEGER NOT NULL CHECK(probable BETWEEN 0 AND people), -- those of them without an ID
      residents INTEGER NOT NULL CHECK(residents >= 0), -- of its places that have a count
      places INTEGER NOT NULL CHECK(places >= 0), -- with an active group, base or scheme
      uncounted INTEGER NOT NULL CHECK(uncounted BETWEEN 0 AND places), -- those of them without a count
      CHECK(people > 0 OR places > 0)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX monitoring_county_once ON monitoring_county(measurement, coalesce(county, 0))")
}

extension MonitoringSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "monitoring.states",
    "CREATE INDEX monitoring_measurement_state ON monitoring_measurement(state, province)")
}

extension MonitoringSchema {
  /// The places behind a figure.
  static let places = Migration(
    "monitoring.places",
    """
    CREATE TABLE monitoring_place(
      id INTEGER PRIMARY KEY,
      rev INTEGER NOT NULL, -- always 1
      province TEXT NOT NULL, -- IR-nn
      measurement INTEGER NOT NULL REFERENCES monitoring_measurement(id), -- for which measurement
      neighbourhood INTEGER NOT NULL, -- regions_neighbourhood.id
      residents INTEGER CHECK(residents > 0), -- people; NULL where nobody had counted
      residents_year INTEGER, -- Jalali year of that count
      sources TEXT NOT NULL CHECK(sources <> ''), -- modules that named it
      UNIQUE(measurement, neighbourhood), -- each place once
      CHECK((residents IS NULL) = (residents_year IS NULL))
    ) STRICT
    """)
}
