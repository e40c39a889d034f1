import Contracts
import Jalali
import Persian
import Registry
import Rules
import Values

/// Golestan has 40 people, Kurdistan 100, other provinces no census.
struct RegionsStandIn: FeatureModule, RegionsDesk {
  static let manifest = Manifest("regions", "نواحی", "Regions", isSwitchable: false)

  init(_ kernel: Kernel) throws { try kernel.publish((any RegionsDesk).self, self) }

  func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in look: borrowing Look) throws -> NeighbourhoodFacts {
    throw Refusal.notFound(NeighbourhoodEntity.texts)
  }

  func county(
    _ reference: Ref<CountyEntity>, in province: Province, look: borrowing Look
  ) throws -> ID<CountyEntity> { throw Refusal.notFound(CountyEntity.texts) }

  func population(of province: Province, year: Int, in look: borrowing Look) throws -> PopulationFacts? {
    let people = [27: 40, 12: 100]
    return people[province.number].map {
      PopulationFacts(row: Int64(province.number), province: province, year: 1395, population: $0, source: "سرشماری")
    }
  }

  func workCalendar(of province: Province, in look: borrowing Look) throws -> WorkCalendar { .official }
}

/// People 1 and 2 are members; person 9 is entered late, in the year 1406.
struct GroupsStandIn: FeatureModule, GroupsBook {
  static let manifest = Manifest("groups", "گروه‌ها", "Groups")

  init(_ kernel: Kernel) throws { try kernel.publish((any GroupsBook).self, self) }

  func group(_ reference: Ref<GroupEntity>, in look: borrowing Look) throws -> GroupFacts {
    throw Refusal.notFound(GroupEntity.texts)
  }

  func becameInstitute(_ group: ID<GroupEntity>, work: borrowing UnitOfWork) throws {}

  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>] {
    look.day.year >= 1406 ? [ID(1), ID(2), ID(9)] : [ID(1), ID(2)]
  }
}

/// Persons 2 and 3 completed a course.
struct TrainingStandIn: FeatureModule, TrainingBook {
  static let manifest = Manifest("training", "آموزش", "Training")

  init(_ kernel: Kernel) throws { try kernel.publish((any TrainingBook).self, self) }

  func certified(
    among people: [ID<PersonEntity>], on day: JalaliDay, in look: borrowing Look
  ) throws -> [ID<PersonEntity>] { [] }

  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>] {
    [ID(2), ID(3)]
  }
}

/// Person 3 took part in a base's activity, entered twice.
struct HealthBasesStandIn: FeatureModule, HealthBasesBook {
  static let manifest = Manifest("healthbases", "پایگاه‌ها", "Health bases")

  init(_ kernel: Kernel) throws { try kernel.publish((any HealthBasesBook).self, self) }

  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>] {
    [ID(3), ID(3)]
  }

  func licenceEnded(of institute: ID<InstituteEntity>, reason: String, work: borrowing UnitOfWork) throws {}
}

/// Three institutes were founded in 1404, four in 1405, none before.
struct InstitutesStandIn: FeatureModule, InstitutesBook {
  static let manifest = Manifest("institutes", "مؤسسات", "Institutes")

  init(_ kernel: Kernel) throws { try kernel.publish((any InstitutesBook).self, self) }

  func institute(_ reference: Ref<InstituteEntity>, in look: borrowing Look) throws -> InstituteFacts {
    throw Refusal.notFound(InstituteEntity.texts)
  }

  func founded(in province: Province, year: Int, in look: borrowing Look) throws -> [ID<InstituteEntity>] {
    switch year {
    case 1404: [ID(1), ID(2), ID(3)]
    case 1405: [ID(4), ID(5), ID(6), ID(7)]
    default: []
    }
  }
}

/// Kurdistan set its own coverage target, of eight percent, and compares growth with a base year that nobody set.
struct ConfigurationStandIn: FeatureModule, ConfigurationSource {
  static let manifest = Manifest("configuration", "پیکربندی", "Configuration", isSwitchable: false)

  init(_ kernel: Kernel) throws { try kernel.publish((any ConfigurationSource).self, self) }

  func settings(for rule: String, in look: borrowing Look) throws -> [Setting] {
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

  func isOn(_ module: String, in province: Province, on day: JalaliDay, in look: borrowing Look) throws -> Bool { true }
}
