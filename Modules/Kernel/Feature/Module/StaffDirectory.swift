/// What the engine asks the accounts desk about colleagues: who holds a role, so that a refusal can say who else may, and
/// who stands behind the numbers of the ledger's actors.
public protocol StaffDirectory: Sendable {
  /// The right to see colleagues by name; whoever lacks it is told roles only.
  var permission: Permission { get }
  /// Staff who can sign in and hold one of the roles today where the snapshot sees it, by number.
  ///
  /// - Parameters:
  ///   - roles: ids of roles.
  ///   - limit: how many at most.
  /// - Throws: `StoreFault` when the store cannot be read.
  func colleagues(holding roles: Set<String>, limit: Int, in snapshot: borrowing Snapshot) throws -> [Colleague]
  /// Whether somebody else held one of the roles in the whole nation on a day or since, also if their account was closed
  /// meanwhile: whoever sends the only other one away is not alone by that.
  ///
  /// - Parameter people: as the ledger names them.
  /// - Throws: `StoreFault` when the store cannot be read.
  func hadOthers(than people: [String], holding roles: Set<String>, since day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool
  /// Full names by staff row, of those whom the snapshot's scope shows, whether or not they can still sign in.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func names(of rows: [Int64], in snapshot: borrowing Snapshot) throws -> [Int64: String]
}

/// Somebody on the staff, as a colleague may see them.
public struct Colleague: Sendable, Equatable {
  /// As the ledger names them, `u17`.
  public let id: String
  /// For people.
  public let name: String
  /// The role they hold.
  public let role: String

  /// - Parameters:
  ///   - id: as the ledger names them.
  ///   - name: for people.
  ///   - role: the role they hold.
  public init(id: String, name: String, role: String) {
    self.id = id
    self.name = name
    self.role = role
  }
}
