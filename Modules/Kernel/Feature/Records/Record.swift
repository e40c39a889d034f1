/// A row of a table, as a struct: the properties are the columns (snake case), in order. Everything a feature keeps is one.
///
/// Rows are written through `Transaction.insert` and `update` only, which leave the ledger entry in the same transaction.
public protocol Record: Codable, Sendable {
  /// What a row stands for.
  associatedtype Of: Entity
  /// Where rows lie.
  static var table: Table { get }
  /// 0 until it is inserted.
  var id: ID<Of> { get set }
  /// Rises by one with every change; the row's ETag.
  var rev: Int { get set }
  /// What people call a row besides its code.
  static var naming: Naming { get }
}

extension Record {
  /// Its code is all.
  public static var naming: Naming { Naming() }
}

/// A row that belongs to a province; only principals of that province and of the nation ever see it.
public protocol ProvincialRecord: Record {
  /// Where it belongs; never changes.
  var province: Province { get }
}

/// A row that people name by a short code, `GR-27-1405-0012`; the transaction gives the code.
public protocol CodedRecord: Record {
  /// Empty until it is inserted.
  var code: String { get set }
  /// The Jalali year that a new code bears; nil for that of the day on which the row is written.
  var yearOfCode: Int? { get }
}

extension CodedRecord {
  /// The year of the day on which the row is written.
  public var yearOfCode: Int? { nil }
}

/// A row about one person, whose guarded values are sealed with that person's own key.
public protocol PersonalRecord: Record {
  /// Random; the only name a person has in the ledger.
  var subject: Bytes { get }
}

/// What the engine must know of a table besides its columns.
public struct Table: Sendable {
  /// To whom rows belong: to nobody in particular, to a province, or to a county of it.
  public enum Reach: Sendable {
    /// To nobody in particular; only posts of the nation write them.
    case nation
    /// To the province that the row names.
    case province
    /// To a county of its province, or to the province as a whole.
    case county
  }

  /// `module_thing`.
  public let name: String
  /// The module whose prefix the name carries.
  public let module: String
  /// The name as it stands in the program.
  package let literal: StaticString
  /// To whom its rows belong: `province` needs a column `province`, `county` also a column `county`.
  public let reach: Reach
  /// Whether every change is an entry of the ledger. Only perishable or derived rows (sessions, counters) are not.
  public let isAudited: Bool
  /// Whether nothing is written in a province where the module is off. Not so for what must be true all the same,
  /// such as the outcome of an agreement that ended.
  public let isSwitchable: Bool
  /// Whether rows are told to whoever may read them in any part of the nation or province to which they belong, as what
  /// everybody works with: counties, counts of people, closures, courses. Others of the nation are told to its posts only,
  /// others of a province below it as far as the reach table says.
  public let isShared: Bool
  /// Columns that name what a row belongs to: whoever sees that sees the row.
  package let seenWith: [String]
  /// Columns that name what a row shows besides people, whom every row shows that names them and is not seen with them.
  package let shows: [String]
  /// Whether its rows are assigned to people, who see through them.
  package let isAssignable: Bool

  /// Names a table that a migration of the module creates.
  ///
  /// - Parameters:
  ///   - name: `module_thing`.
  ///   - reach: to whom its rows belong.
  ///   - isAudited: whether every change is an entry of the ledger.
  ///   - isSwitchable: whether the module's being off in a province forbids writing there.
  ///   - isShared: whether rows are told in all parts of the nation or province.
  ///   - seenWith: columns that name what a row belongs to; whoever sees that sees the row.
  ///   - shows: columns that name what whoever sees the row sees as well; people need not be named here.
  ///   - isAssignable: whether rows are assigned to people, who see through them.
  public init(
    _ name: StaticString, reach: Reach, isAudited: Bool = true, isSwitchable: Bool = true, isShared: Bool = false,
    seenWith: [StaticString] = [], shows: [StaticString] = [], isAssignable: Bool = false
  ) {
    self.name = "\(name)"
    module = String(self.name.prefix { $0 != "_" })
    literal = name
    self.reach = reach
    self.isAudited = isAudited
    self.isSwitchable = isSwitchable
    self.isShared = isShared
    self.seenWith = seenWith.map { "\($0)" }
    self.shows = shows.map { "\($0)" }
    self.isAssignable = isAssignable
  }
}

/// A row that gives somebody on the staff a thing of an assignable kind, from a day until a day, both included: columns
/// `staff`, `since`, `until`.
public protocol AssignmentRecord: ProvincialRecord {
  /// What is assigned.
  associatedtype Assigned: Entity
  /// The column that names it.
  static var assigned: StaticString { get }
}

extension AssignmentRecord {
  /// What a reader asks for somebody's things of a day: staff, day.
  package static var assignments: String {
    """
    SELECT '\(Assigned.object)', \(assigned) FROM main.\(table.name)
    WHERE staff = ?1 AND since <= ?2 AND (until IS NULL OR until >= ?2)
    """
  }
}

/// A row that may belong to one county of its province; scopes end at counties, whichever module keeps them.
public protocol CountyRecord: ProvincialRecord {
  /// What its county is called.
  associatedtype Place: Entity
  /// nil for what belongs to the province as a whole.
  var county: ID<Place>? { get }
}

extension CountyRecord {
  /// The county's row, for scopes.
  package var countyRow: Int64? { county?.raw }
}

/// What people call a row besides its code, and by what they find it. Both are read in the reader's scope.
public struct Naming: Sendable {
  /// By what else than number and code one row is found.
  public enum LookUp: Sendable {
    /// A column that holds the text itself, such as a code of the Statistical Centre.
    case exact(StaticString)
    /// A column that holds the text in lower case, such as a user name.
    case lowerCase(StaticString)
    /// A column that holds the key of a name, folded by `PersianText.nameKey`.
    case nameKey(StaticString)
    /// A column that holds the blind index of a text; a record names the purpose that its rows are indexed for.
    case blindIndex(StaticString, purpose: StaticString)
  }

  /// An SQL expression over the row's columns; nil for what has no name.
  package let name: StaticString?
  /// A column that holds a code given by somebody else; rows without one go by their own.
  package let code: StaticString?
  /// The ways to find a row, in this order.
  package let lookUps: [LookUp]
  /// Who sees the name; nil for everybody who sees the row.
  package let permission: Permission?

  /// - Parameters:
  ///   - name: an SQL expression over the row's columns.
  ///   - code: a column with somebody else's code.
  ///   - lookUps: by what else a row is found, in this order.
  ///   - permission: who sees the name; nil for everybody who sees the row.
  public init(
    _ name: StaticString? = nil, code: StaticString? = nil, foundBy lookUps: [LookUp] = [], visibleWith permission: Permission? = nil
  ) {
    self.name = name
    self.code = code
    self.lookUps = lookUps
    self.permission = permission
  }
}
