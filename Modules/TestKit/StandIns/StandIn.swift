public import Feature

/// A module that answers a contract in place of the one that does, with whatever a test sets.
///
/// A module belongs to a type, but what a stand-in answers belongs to one store: `TestStore` lends its stand-ins to their
/// types while its registry is made. A type that was lent nothing answers with its standard.
public protocol StandIn: FeatureModule {
  /// A stand-in with standard answers.
  init()
  /// What the type declares while this stand-in is lent to it.
  var declaration: Module { get }
}

extension StandIn {
  public static var module: Module {
    let lent = StandIns.lent.lazy.compactMap { $0 as? Self }.first
    return (lent ?? Self()).declaration
  }
}

/// Makes something, usually a registry, while these stand-ins are lent to their types.
public func lending<Made>(_ standIns: [any StandIn], _ make: () throws -> Made) rethrows -> Made {
  try StandIns.$lent.withValue(standIns, operation: make)
}

/// Which stand-ins there are, and which are lent at the moment.
enum StandIns {
  @TaskLocal static var lent: [any StandIn] = []

  /// By the module each stands in for.
  private static let all: [String: any StandIn.Type] = [
    "regions": RegionsStandIn.self, "people": PeopleStandIn.self, "documents": DocumentsStandIn.self,
    "enquiries": EnquiriesStandIn.self, "deadlines": DeadlinesStandIn.self, "mobilisation": MobilisationStandIn.self,
    "groups": GroupsStandIn.self, "training": TrainingStandIn.self, "institutes": InstitutesStandIn.self,
    "healthbases": HealthBasesStandIn.self,
  ]

  /// The modules, the stand-ins, and standard stand-ins for whatever else the modules stand on.
  static func installing(_ standIns: [any StandIn], beside modules: [any FeatureModule.Type]) -> [any FeatureModule.Type] {
    var types = modules + standIns.map { type(of: $0) }
    let declared = types.map { $0.module }
    var known = Set(declared.map(\.id))
    for id in declared.flatMap(\.after) {
      guard let standIn = all[id], known.insert(id).inserted else { continue }
      types.append(standIn)
    }
    return types
  }
}
