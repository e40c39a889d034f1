import Contracts
import Engine
import Feature
import TestKit
import Values

@testable import Monitoring

extension TestStore {
  /// It is 20 Farvardin 1406; the store has its first entry of 1 Tir 1405. Golestan has 40 people, Kurdistan 100, other provinces no census. People 1 and 2 are members of
  /// groups, 9 is entered late, in Khordad; 2 and 3 were in a course, 4 completed one that was given earlier; 3 took part in
  /// a base's activity, entered twice. Group and base work in place 1 of 12 residents, a scheme in place 2, where nobody
  /// counted. Three institutes were founded in 1404, four in 1405, none before. Kurdistan set its own coverage target, of eight percent, and compares
  /// growth with a base year that nobody set.
  static func measured(
    people: PeopleStandIn = PeopleStandIn(), groups: GroupsStandIn = GroupsStandIn(), setting: [(String, Value)] = []
  ) throws -> TestStore {
    let regions = RegionsStandIn()
    regions.populations.set { [27: 40, 12: 100][$0.number] }
    regions.residents.set(12, to: 1)
    let late = try JalaliDay(1406, 3, 1)
    groups.coverage.set { [.membership: [1, 2], .attendance: $0.today < late ? [2] : [2, 9]] }
    groups.places.set { _ in [1] }
    let training = TrainingStandIn()
    training.coverage.set { _ in [.teaching: [2, 3], .completion: [4]] }
    let bases = HealthBasesStandIn()
    bases.coverage.set { _ in [.participation: [3, 3]] }
    bases.places.set { _ in [1] }
    let schemes = MobilisationStandIn()
    schemes.places.set { _ in [2] }
    let institutes = InstitutesStandIn()
    institutes.foundings.set([1, 2, 3], to: 1404)
    institutes.foundings.set([4, 5, 6, 7], to: 1405)
    let configuration = TestConfiguration()
    for (name, value) in setting { try configuration.set("monitoring.coverage", name, value, in: "IR-27") }
    try configuration.set("monitoring.coverage-target", "targetHundredths", 800, in: "IR-12")
    try configuration.set("monitoring.growth-target", "comparator", "base", in: "IR-12")
    let store = try TestStore(
      [MonitoringModule.self], standingIn: [regions, people, groups, training, bases, schemes, institutes, configuration],
      on: JalaliDay(1405, 4, 1))
    try Night(store.runtime, host: "init").begin()
    store.day = try JalaliDay(1406, 1, 20)
    return store
  }
}
