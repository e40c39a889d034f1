/// What a target has to show for itself: one value that says everything it brings.
///
/// It is the only thing a feature makes public:
/// `public enum GroupsModule: FeatureModule { public static let module = Module("groups", …) }`.
public protocol FeatureModule: Sendable {
  /// Everything the module declares.
  static var module: Module { get }
}

/// A feature or desk: who it is, what it stands on, and every list of what it brings. Everything is enumerable, so tests
/// can demand something of each.
public struct Module: Sendable {
  /// Also the prefix of its actions, rules and tables.
  public let id: String
  /// What people call it.
  public let texts: Texts
  /// Modules whose contracts it asks or whose tables it refers to; started before it, and switched on with it.
  public let after: [String]
  /// Where it works before anybody has said so.
  public let availability: Availability
  /// Its words for every field of its inputs, records and answers.
  public let words: Words
  /// Its steps of the schema, in order.
  public let migrations: [Migration]
  /// Its tables.
  public let records: [any Record.Type]
  /// Its rules, state machines included.
  public let rules: [any Rule.Type]
  /// What changes the store.
  public let actions: [any Action.Type]
  /// What answers one thing.
  public let queries: [any Query.Type]
  /// What answers pages of rows.
  public let lists: [any ListQuery.Type]
  /// Work that falls due with the date.
  public let nightly: [any NightlyTask.Type]
  /// The contracts it answers.
  public let provisions: [Provision]
  /// What it does for the engine itself; few modules do.
  public let hooks: Hooks

  /// Declares a module.
  ///
  /// - Parameters:
  ///   - id: lower case; the prefix of its actions, rules and tables.
  ///   - fa: its name in Persian.
  ///   - en: its name in English.
  public init(
    _ id: String, _ fa: String, _ en: String, after: [String] = [], availability: Availability = .offUntilSwitchedOn,
    words: Words = Words(), migrations: [Migration] = [], records: [any Record.Type] = [], rules: [any Rule.Type] = [],
    actions: [any Action.Type] = [], queries: [any Query.Type] = [], lists: [any ListQuery.Type] = [],
    nightly: [any NightlyTask.Type] = [], provisions: [Provision] = [], hooks: Hooks = Hooks()
  ) {
    self.id = id
    texts = Texts(fa, en)
    self.after = after
    self.availability = availability
    self.words = words
    self.migrations = migrations
    self.records = records
    self.rules = rules
    self.actions = actions
    self.queries = queries
    self.lists = lists
    self.nightly = nightly
    self.provisions = provisions
    self.hooks = hooks
  }

  /// Whether a province can do without it.
  public var isSwitchable: Bool { availability != .always }
}

/// Where a module works before anybody has said so.
public enum Availability: Sendable {
  /// Everywhere, and nobody can switch it off: the desks.
  case always
  /// Wherever the modules it stands on work, until it is switched off.
  case onUntilSwitchedOff
  /// Nowhere until the national office switches it on.
  case offUntilSwitchedOn
}

/// What a module does for the engine: each is wanted of one module at most.
public struct Hooks: Sendable {
  /// The permission to see personal data in clear.
  package let personalData: Permission?
  /// The permission that, held in the whole nation, lets somebody operate the installation itself: its nights, its
  /// verification, everybody's jobs.
  package let operation: Permission?
  /// The act under which the ledger knows that a session was used.
  package let sessionUse: String?
  /// Whether what its rows say changes what is in force for rules and modules.
  package let decidesWhatIsInForce: Bool
  /// Whether its rows say who may do what: whatever somebody did rests on them.
  package let lendsAuthority: Bool
  /// The query that tells the values in force at a glance.
  package let rulesInForce: (any Query.Type)?
  /// The action whose import is shown as an example, with a sheet of one row.
  package let importExample: (action: any Action.Type, sheet: String)?
  /// The acts by which a refusal can be answered.
  package let remedies: Remedies

  /// Declares what is given and nothing else.
  public init(
    personalData: Permission? = nil, operation: Permission? = nil, sessionUse: String? = nil, decidesWhatIsInForce: Bool = false,
    lendsAuthority: Bool = false, rulesInForce: (any Query.Type)? = nil, importExample: (action: any Action.Type, sheet: String)? = nil,
    remedies: Remedies = Remedies()
  ) {
    self.remedies = remedies
    self.personalData = personalData
    self.operation = operation
    self.sessionUse = sessionUse
    self.decidesWhatIsInForce = decidesWhatIsInForce
    self.lendsAuthority = lendsAuthority
    self.rulesInForce = rulesInForce
    self.importExample = importExample
  }
}

/// The installation is not built right: a missing module, two of a name, a type without schema. Refuses to start.
public struct RegistryFault: Error, Sendable, CustomStringConvertible {
  /// What is wrong, in both languages.
  public let texts: Texts
  /// The same for a log.
  public var description: String { texts.en }

  /// - Parameter texts: what is wrong, for whoever builds the program.
  public init(_ texts: Texts) { self.texts = texts }
}

/// Work that falls due with the date: each row that is due is settled in a transaction of its own, so a kill loses nothing
/// and a second run finds nothing left to do.
public protocol NightlyTask: Sendable {
  /// `module.what`.
  static var id: String { get }
  /// What it does, in both languages.
  static var texts: Texts { get }
  /// Rows due on that day with an id above `after`, ascending, at most `limit`. Settled rows are no longer due.
  ///
  /// - Throws: whatever reading throws.
  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64]
  /// Settles one row; looks again whether it is still due.
  ///
  /// - Throws: `Refusal` when a rule says no; the row is then passed over and the refusal recorded.
  static func settle(_ row: Int64, in work: borrowing Transaction) throws
}
