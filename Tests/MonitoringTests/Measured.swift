import Contracts
import Feature
import TestKit
import Values

@testable import Monitoring

extension TestStore {
  /// Golestan has 40 people, Kurdistan 100, other provinces no census. People 1 and 2 are members of groups, 9 is entered
  /// late, in the year 1406; 2 and 3 completed a course; 3 took part in a base's activity, entered twice. Three institutes
  /// were founded in 1404, four in 1405, none before. Kurdistan set its own coverage target, of eight percent, and compares
  /// growth with a base year that nobody set.
  static func measured() throws -> TestStore {
    let regions = RegionsStandIn()
    regions.populations.set { [27: 40, 12: 100][$0.number] }
    let groups = GroupsStandIn()
    groups.coverage.set { $0.today.year >= 1406 ? [1, 2, 9] : [1, 2] }
    let training = TrainingStandIn()
    training.coverage.set { _ in [2, 3] }
    let bases = HealthBasesStandIn()
    bases.coverage.set { _ in [3, 3] }
    let institutes = InstitutesStandIn()
    institutes.foundings.set([1, 2, 3], to: 1404)
    institutes.foundings.set([4, 5, 6, 7], to: 1405)
    let configuration = TestConfiguration()
    try configuration.set("monitoring.coverage-target", "targetHundredths", 800, in: "IR-12")
    try configuration.set("monitoring.growth-target", "comparator", "base", in: "IR-12")
    return try TestStore([MonitoringModule.self], standingIn: [regions, groups, training, bases, institutes, configuration])
  }
}
