public import Rules
public import Store
public import Values

/// A feature or desk. Every list has an empty default; what it brings is enumerable, so tests can demand something of each.
public protocol FeatureModule: Sendable {
  static var manifest: Manifest { get }
  /// Publishes its answers to contracts.
  init(_ kernel: Kernel) throws
  var migrations: [Migration] { get }
  var records: [any Record.Type] { get }
  var rules: [any Rule.Type] { get }
  var actions: [any Action.Type] { get }
  var queries: [any Query.Type] { get }
  var lists: [any ListQuery.Type] { get }
  var nightly: [any NightlyTask.Type] { get }
  /// The permission to see personal data in clear, from the one module that keeps people.
  var personalDataRight: Permission? { get }
  /// The permission that, held in the whole nation, lets somebody look after the house itself: its nights, its
  /// verification, everybody's jobs; from the one module that keeps accounts.
  var caretakerRight: Permission? { get }
}

extension FeatureModule {
  public var migrations: [Migration] { [] }
  public var records: [any Record.Type] { [] }
  public var rules: [any Rule.Type] { [] }
  public var actions: [any Action.Type] { [] }
  public var queries: [any Query.Type] { [] }
  public var lists: [any ListQuery.Type] { [] }
  public var nightly: [any NightlyTask.Type] { [] }
  public var personalDataRight: Permission? { nil }
  public var caretakerRight: Permission? { nil }
}

/// Who a module is and what it stands on.
public struct Manifest: Sendable {
  /// Also the prefix of its actions and tables.
  public let id: String
  public let texts: Texts
  /// Modules whose contracts it asks; started before it, and switched on with it.
  public let after: [String]
  /// Whether a province can do without it; desks are always on.
  public let isSwitchable: Bool

  public init(_ id: String, _ fa: String, _ en: String, after: [String] = [], isSwitchable: Bool = true) {
    self.id = id
    texts = Texts(fa, en)
    self.after = after
    self.isSwitchable = isSwitchable
  }
}

/// The house is not built right: a missing module, two of a name, a type without schema. Refuses to start.
public struct RegistryFault: Error, Sendable, CustomStringConvertible {
  public let texts: Texts
  public var description: String { texts.en }

  public init(_ texts: Texts) { self.texts = texts }
}
