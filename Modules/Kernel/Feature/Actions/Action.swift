/// Something that changes the store. Its stored properties are the input; from this one declaration come the HTTP route,
/// the console verb with help and completion, the OpenAPI entry, CSV import, dry run, permission check, idempotency and
/// the ledger entries.
public protocol Action: Codable, Sendable {
  /// What the answer says; its properties are the members of the JSON answer.
  associatedtype Output: Codable & Sendable
  /// Name, path, permission and words.
  static var spec: Spec { get }
  /// - Throws: `Refusal` when the answer is no; anything else is our fault and nothing is kept.
  func perform(in work: borrowing Transaction) throws -> Output
}

/// An action with slow work that needs no transaction (password hashing, hashing a document); it runs beside the writer.
public protocol PreparedAction: Action {
  /// Does the slow work and puts what comes of it into the action's own properties, before `perform`.
  ///
  /// - Parameter snapshot: the store as it is before the transaction begins; what is read here may have changed by then.
  /// - Throws: `Refusal` when the answer is no already; the action is then not performed.
  mutating func prepare(in snapshot: borrowing Snapshot) throws
}

/// Something that only reads.
public protocol Query: Codable, Sendable {
  /// What the answer says; its properties are the members of the JSON answer.
  associatedtype Output: Codable & Sendable
  /// Name, path, permission and words.
  static var spec: Spec { get }
  /// Reads what is asked for, in the principal's scope.
  ///
  /// - Throws: `Refusal` when there is no such thing in scope or a rule's number is not set; `StoreFault` when the store cannot be read.
  func answer(in snapshot: borrowing Snapshot) throws -> Output
  /// Whether it may call `Snapshot.noteRead`, so that its entry is committed before the answer goes out.
  static var leavesEntry: Bool { get }
}

extension Query {
  /// Not so, unless a query reads personal data.
  public static var leavesEntry: Bool { false }
}

/// A query that answers a page of rows. Filters are the stored properties; scope, cursor, limit and count come with it.
public protocol ListQuery: Codable, Sendable {
  /// The columns of a row; each property is the column of the same (snake case) name unless the selection says otherwise.
  associatedtype Item: Codable & Sendable
  /// Name, path, permission and words.
  static var spec: Spec { get }
  /// Which rows, given the filters.
  func selection() -> Selection
}

/// An output for actions that have nothing to say beyond having been done.
public struct Done: Codable, Sendable {
  /// Always true: what is not done is a refusal.
  public var done = true
  /// Says that it is done.
  public init() {}
}

/// An action by which somebody decides for the office: approves, signs, or says who may. Whoever holds a permission that one of
/// these asks for holds a post that decides; under a `Duty` that bars decisions it is refused.
public protocol DecidingAction: Action {}

/// An action by which somebody approves the thing it is on, so that whoever prepared or edited that thing may not take it:
/// such work is no task of theirs. `perform` asks `requireSeparationOfDuties` for the same row.
public protocol ApprovingAction: DecidingAction {}

/// An action that releases or confirms what others wrote, so that whoever took it is no author of the thing: its entries keep
/// nobody from approving later. The separation of duties counts who typed, changed or decided.
public protocol ConfirmingAction: Action {}

/// An action that nobody takes who has had a hand in what belongs to the thing it is about, such as the assessments of a
/// group: it is no task of theirs. `perform` refuses the same people.
public protocol SeparateHandsAction: DecidingAction {
  /// What the action is about.
  associatedtype Whole: Record
  /// The rows that must have passed through other hands.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  static func parts(of whole: Whole, in snapshot: borrowing Snapshot) throws -> [any Record]
  /// Which rule refuses them, and the code of its objection.
  static var bar: (rule: String, code: String) { get }
}

extension SeparateHandsAction {
  /// Separation of duties, unless the action has a rule of its own.
  public static var bar: (rule: String, code: String) {
    (SeparationOfDuties.id, SeparationOfDuties.Objection.sameHands.code)
  }

  /// The ledger's name of the kind that the action is about.
  package static var wholeObject: String { Whole.Of.object }

  /// The parts by the whole's number, as the ledger calls them; none where the whole is out of reach.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  package static func objects(apartFrom whole: Int64, in snapshot: borrowing Snapshot) throws -> [String] {
    guard let row = try snapshot.first(Whole.self, "id = ?", whole) else { return [] }
    return try parts(of: row, in: snapshot).map(\.ledgerName)
  }
}

extension Record {
  /// As the ledger calls the row, `module.thing/row`.
  package var ledgerName: String { "\(Of.object)/\(id.raw)" }
}
