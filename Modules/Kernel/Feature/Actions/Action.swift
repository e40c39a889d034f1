/// Something that changes the store. Its stored properties are the input; from this one declaration come the HTTP route,
/// the console verb with help and completion, the OpenAPI entry, CSV import, dry run, permission check, idempotency and
/// the ledger entries.
public protocol Action: Codable, Sendable {
  associatedtype Output: Codable & Sendable
  static var spec: Spec { get }
  /// - Throws: `Refusal` when the answer is no; anything else is our fault and nothing is kept.
  func perform(in work: borrowing Transaction) throws -> Output
}

/// An action with slow work that needs no transaction (password hashing, hashing a document); it runs beside the writer.
public protocol PreparedAction: Action {
  mutating func prepare(in snapshot: borrowing Snapshot) throws
}

/// Something that only reads.
public protocol Query: Codable, Sendable {
  associatedtype Output: Codable & Sendable
  static var spec: Spec { get }
  func answer(in snapshot: borrowing Snapshot) throws -> Output
  /// Whether it may call `Snapshot.noteRead`, so that its entry is committed before the answer goes out.
  static var leavesEntry: Bool { get }
}

extension Query {
  public static var leavesEntry: Bool { false }
}

/// A query that answers a page of rows. Filters are the stored properties; scope, cursor, limit and count come with it.
public protocol ListQuery: Codable, Sendable {
  /// The columns of a row; each property is the column of the same (snake case) name unless the selection says otherwise.
  associatedtype Item: Codable & Sendable
  static var spec: Spec { get }
  func selection() -> Selection
}

/// An output for actions that have nothing to say beyond having been done.
public struct Done: Codable, Sendable {
  public var done = true
  public init() {}
}
