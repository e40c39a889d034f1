public import Feature
import Synchronization

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
    "healthbases": HealthBasesStandIn.self, "accounts": AccountsStandIn.self,
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

/// What a stand-in answers to one kind of question, and what it was asked.
public final class Answers<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private struct State {
    var standard: @Sendable (Question) throws -> Answer
    var particular: [Question: Answer] = [:]
    var asked: [Question] = []
  }

  private let state: Mutex<State>

  /// - Parameter standard: the answer to every question to which no other was set.
  public init(_ standard: @escaping @Sendable (Question) throws -> Answer) { state = Mutex(State(standard: standard)) }

  /// Answers everything in this way from now on; an error is thrown at whoever asks.
  public func set(_ standard: @escaping @Sendable (Question) throws -> Answer) {
    state.withLock { $0 = State(standard: standard, asked: $0.asked) }
  }

  /// Answers one question in this way from now on.
  public func set(_ answer: Answer, to question: Question) { state.withLock { $0.particular[question] = answer } }

  /// Every question in its order, also of dry runs and of what was refused in the end.
  public var asked: [Question] { state.withLock(\.asked) }

  /// Keeps no record of the question.
  ///
  /// - Throws: what the standard throws.
  public func known(_ question: Question) throws -> Answer {
    try state.withLock { try $0.particular[question] ?? $0.standard(question) }
  }

  func callAsFunction(_ question: Question) throws -> Answer {
    state.withLock { $0.asked.append(question) }
    return try known(question)
  }
}

/// Whom or what a module has reached.
public struct CoverageQuestion: Hashable, Sendable {
  public let province: Province
  /// Reached on one of these at least.
  public let days: ClosedRange<JalaliDay>
  /// As the records stood on this one.
  public let today: JalaliDay
}

/// Where the rows of stand-ins lie as long as a test says nothing else.
public enum Geography {
  /// Rows below 1000 lie in Golestan, below 2000 in Kurdistan, all others in Khuzestan.
  public static func home(of row: Int64) -> Province? { Province(number: row < 1000 ? 27 : row < 2000 ? 12 : 6) }

  static func code(_ prefix: String, _ province: Province, _ row: Int64) -> String {
    "\(prefix)-\(province.number.padded(to: 2))-1405-\(Int(row).padded(to: 4))"
  }
}

extension Ref {
  /// Rows of stand-ins are named by their number alone.
  var number: Int64? {
    if case .row(let row) = self { row } else { nil }
  }
}

extension Snapshot {
  /// What there is in the asker's province, or anywhere for the nation. As with the real modules, everything else is not
  /// found.
  func inScope<Facts>(_ facts: Facts?, _ province: (Facts) -> Province, _ texts: Texts) throws -> Facts {
    guard let facts, home == nil || home == province(facts) else { throw Refusal.notFound(texts) }
    return facts
  }
}
