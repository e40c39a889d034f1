/// Answers requests. The server makes one for each of its event loops and calls it on that loop's thread only, so it
/// may hold a connection to the store without any lock.
public protocol HTTPHandler: AnyObject {
  /// How many octets a body sent to this path may have. Nil means the server's standard limit.
  func bodyLimit(method: HTTPMethod, path: String) -> Int?

  /// Answers through `exchange`, at once or later, on this thread or another. Long work belongs on another thread:
  /// all other connections of this loop wait meanwhile.
  func handle(_ request: HTTPRequest, _ exchange: HTTPExchange)

  /// Requests that came in together are handled between these two calls, so that they can share one read transaction.
  /// `beginBatch` comes right before the first `handle` of a turn; `bodyLimit` may be asked outside.
  func beginBatch()
  /// The requests of the turn are handled; answers may still come later.
  func endBatch()
}

extension HTTPHandler {
  /// The server's standard limit.
  public func bodyLimit(method: HTTPMethod, path: String) -> Int? { nil }
  /// Nothing to prepare.
  public func beginBatch() {}
  /// Nothing to end.
  public func endBatch() {}
}
