public import Feature

/// Nobody is signed in; a session is known by its token and is never noted down.
public final class AccountsStandIn: StandIn, Authenticator {
  /// Who stands behind a token.
  public let sessions = Answers<String, Principal?> { _ in nil }
  private let operation: Permission?

  /// - Parameter operation: what lets somebody operate the installation itself.
  public init(operation: Permission?) { self.operation = operation }

  public convenience init() { self.init(operation: nil) }

  public var declaration: Module {
    Module(
      "accounts", "حساب‌های آزمون", "accounts of the test", availability: .always,
      provisions: [.provides((any Authenticator).self, self)], hooks: Hooks(operation: operation))
  }

  public func session(for token: String, at micros: Int64, in snapshot: borrowing Snapshot) throws -> OpenSession? {
    try sessions(token).map { OpenSession(id: 1, principal: $0, wantsTouch: false) }
  }

  public func openSessions(at micros: Int64, in snapshot: borrowing Snapshot) throws -> Int? { nil }
  public func touch(_ session: Int64, at micros: Int64, in work: borrowing Transaction) throws {}
}
