import Contracts
import Feature

/// Whom and which places the programme reached in a province under a definition.
struct CoverageCount {
  /// The rows that stand for somebody, each with the modules that named any of theirs.
  private(set) var people: [ID<PersonEntity>: Set<String>] = [:]
  private(set) var probable = 0
  /// nil under the first definition, which asked for no places.
  private(set) var places: [ID<NeighbourhoodEntity>: CountedPlace.Facts]?
  /// Sorted, those without a county last; empty under the first definition, which asked for no counties.
  private(set) var counties: [CountedCounty.Facts] = []

  /// - Parameter version: of the definition; figures of an earlier one are counted as they were.
  init(
    _ province: Province, year: Int, asOf: JalaliDay, _ rule: Coverage.Parameters, version: Int, _ snapshot: borrowing Snapshot
  ) throws {
    guard version > 1 else {
      people = try CoverageCount.people(in: province, JalaliDay.earliest...asOf, rule, taughtBy: .completion, snapshot).mapValues(\.sources)
      return
    }
    let days = rule.period.days(of: year, asOf: asOf)
    let reached = try CoverageCount.persons(in: province, days, rule, snapshot)
    (people, probable) = (reached.people.mapValues(\.sources), reached.probable.count)
    let found = try CoverageCount.places(in: province, days, year: year, snapshot)
    places = found
    counties = CountedCounty.Facts.all(reached, found, lyingIn: try snapshot.counties(of: found.keys.sorted()))
  }

  /// By what and where somebody was reached.
  struct Reached {
    /// The modules that named them.
    var sources: Set<String> = []
    /// nil among them where a group or base has no county, and for courses.
    var counties: Set<ID<CountyEntity>?> = []
  }

  /// Distinct people, and those of them who have no ID.
  typealias Persons = (people: [ID<PersonEntity>: Reached], probable: Set<ID<PersonEntity>>)

  /// Distinct people reached on one of the days at least.
  static func persons(
    in province: Province, _ days: ClosedRange<JalaliDay>, _ rule: Coverage.Parameters, _ snapshot: borrowing Snapshot
  ) throws -> Persons {
    let rows = try people(in: province, days, rule, taughtBy: .teaching, snapshot)
    let counted = try snapshot.counted(rows.keys.sorted())
    let persons = rows.reduce(into: [ID<PersonEntity>: Reached]()) { found, row in
      let who = counted.standing[row.key] ?? row.key
      found[who, default: Reached()].sources.formUnion(row.value.sources)
      found[who, default: Reached()].counties.formUnion(row.value.counties)
    }
    return (persons, counted.probable)
  }

  private static func people(
    in province: Province, _ days: ClosedRange<JalaliDay>, _ rule: Coverage.Parameters, taughtBy teaching: CoverageSource,
    _ snapshot: borrowing Snapshot
  ) throws -> [ID<PersonEntity>: Reached] {
    var found: [ID<PersonEntity>: Reached] = [:]
    func take(_ people: [CoveredPerson]?, from module: String) {
      for reached in people ?? [] {
        found[reached.person, default: Reached()].sources.insert(module)
        found[reached.person, default: Reached()].counties.insert(reached.county)
      }
    }
    if rule.countMembers {
      let reached = try snapshot.peopleCoveredByGroups(in: province, during: days)
      take(reached[.membership], from: "groups")
      take(reached[.attendance], from: "groups")
    }
    if rule.countTrained { take(try snapshot.peopleCoveredByTraining(in: province, during: days)[teaching], from: "training") }
    if rule.countParticipants {
      take(try snapshot.peopleCoveredByHealthBases(in: province, during: days)[.participation], from: "healthbases")
    }
    return found
  }

  private static func places(
    in province: Province, _ days: ClosedRange<JalaliDay>, year: Int, _ snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>: CountedPlace.Facts] {
    var named: [ID<NeighbourhoodEntity>: Set<String>] = [:]
    for place in try snapshot.placesOfGroups(in: province, during: days) { named[place, default: []].insert("groups") }
    for place in try snapshot.placesOfHealthBases(in: province, during: days) { named[place, default: []].insert("healthbases") }
    for place in try snapshot.placesOfSchemes(in: province, during: days) { named[place, default: []].insert("mobilisation") }
    let counts = try snapshot.residents(of: named.keys.sorted(), year: year)
    return named.reduce(into: [:]) { facts, place in
      let count = counts[place.key]
      facts[place.key] = CountedPlace.Facts(
        neighbourhood: place.key, residents: count?.population, residentsYear: count?.year,
        sources: place.value.sorted().joined(separator: ","))
    }
  }
}

/// What is kept and printed of it.
extension CoverageCount {
  var evidence: [EvidenceLine] {
    people.map { person, names in
      EvidenceLine(figure: .covered, object: ThingName(person), sources: names.sorted().joined(separator: ","))
    }
  }

  var residents: Int? { places?.values.reduce(0) { $0 + ($1.residents ?? 0) } }

  /// In the order of their rows.
  var uncountedPlaces: [ID<NeighbourhoodEntity>]? { places?.values.filter { $0.residents == nil }.map(\.neighbourhood).sorted() }
}
