import Contracts
import Jalali
import Persian
import Engine
import Feature
import Values

/// Golestan has 40 people, Kurdistan 100, other provinces no census.
struct RegionsStandIn: FeatureModule, RegionsContract {
  static let module = Module(
    "regions", "نواحی", "Regions", availability: .always, provisions: [.provides((any RegionsContract).self, RegionsStandIn())])

  func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> NeighbourhoodFacts {
    throw Refusal.notFound(NeighbourhoodEntity.texts)
  }

  func county(
    _ reference: Ref<CountyEntity>, of province: Province, in snapshot: borrowing Snapshot
  ) throws -> ID<CountyEntity> { throw Refusal.notFound(CountyEntity.texts) }

  func population(of province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> PopulationFacts? {
    let people = [27: 40, 12: 100]
    return people[province.number].map {
      PopulationFacts(row: Int64(province.number), province: province, year: 1395, population: $0, source: "سرشماری")
    }
  }

  func workCalendar(of province: Province, in snapshot: borrowing Snapshot) throws -> WorkCalendar { .official }
}

/// People 1 and 2 are members; person 9 is entered late, in the year 1406.
struct GroupsStandIn: FeatureModule, GroupsContract {
  static let module = Module("groups", "گروه‌ها", "Groups", provisions: [.provides((any GroupsContract).self, GroupsStandIn())])

  func group(_ reference: Ref<GroupEntity>, in snapshot: borrowing Snapshot) throws -> GroupFacts {
    throw Refusal.notFound(GroupEntity.texts)
  }

  func becameInstitute(_ group: ID<GroupEntity>, work: borrowing Transaction) throws {}

  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] {
    snapshot.day.year >= 1406 ? [ID(1), ID(2), ID(9)] : [ID(1), ID(2)]
  }
}

/// Persons 2 and 3 completed a course.
struct TrainingStandIn: FeatureModule, TrainingContract {
  static let module = Module("training", "آموزش", "Training", provisions: [.provides((any TrainingContract).self, TrainingStandIn())])

  func certified(
    among people: [ID<PersonEntity>], on day: JalaliDay, in snapshot: borrowing Snapshot
  ) throws -> [ID<PersonEntity>] { [] }

  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] {
    [ID(2), ID(3)]
  }
}

/// Person 3 took part in a base's activity, entered twice.
struct HealthBasesStandIn: FeatureModule, HealthBasesContract {
  static let module = Module(
    "healthbases", "پایگاه‌ها", "Health bases", provisions: [.provides((any HealthBasesContract).self, HealthBasesStandIn())])

  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] {
    [ID(3), ID(3)]
  }

  func licenceEnded(of institute: ID<InstituteEntity>, reason: String, work: borrowing Transaction) throws {}
  func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing Transaction) throws {}
}

/// Three institutes were founded in 1404, four in 1405, none before.
struct InstitutesStandIn: FeatureModule, InstitutesContract {
  static let module = Module(
    "institutes", "مؤسسات", "Institutes", provisions: [.provides((any InstitutesContract).self, InstitutesStandIn())])

  func institute(_ reference: Ref<InstituteEntity>, in snapshot: borrowing Snapshot) throws -> InstituteFacts {
    throw Refusal.notFound(InstituteEntity.texts)
  }

  func founded(in province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> [ID<InstituteEntity>] {
    switch year {
    case 1404: [ID(1), ID(2), ID(3)]
    case 1405: [ID(4), ID(5), ID(6), ID(7)]
    default: []
    }
  }
}

/// Kurdistan set its own coverage target, of eight percent, and compares growth with a base year that nobody set.
struct ConfigurationStandIn: FeatureModule, ConfigurationSource {
  static let module = Module(
    "configuration", "پیکربندی", "Configuration", availability: .always,
    provisions: [.provides((any ConfigurationSource).self, ConfigurationStandIn())])

  func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting] {
    let from = try JalaliDay(1400, 1, 1)
    func kurdistan(_ parameter: String, _ value: Value) -> [Setting] {
      [Setting(parameter: parameter, province: "IR-12", from: from, value: value, source: "آزمون")]
    }
    switch rule {
    case "monitoring.coverage-target": return kurdistan("targetHundredths", 800)
    case "monitoring.growth-target": return kurdistan("comparator", "base")
    default: return []
    }
  }

  func isOn(_ module: String, in province: Province, on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool { true }
}
