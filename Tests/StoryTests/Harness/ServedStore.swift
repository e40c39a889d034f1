import AdminAPI
import HTTP
import TestKit
import Values

@testable import Host

/// A store behind a live socket of this process, so that the server and the test look at one clock.
final class ServedStore: Sendable {
  let store: StoryStore
  private let server: AdminServer

  init(_ store: StoryStore) throws {
    self.store = store
    let book = Lines()
    faults = book
    server = try AdminServer(
      store.runtime, options: HTTPServerOptions(), version: "story", report: { book.add($0) })
    try server.start()
  }

  deinit { server.stop(grace: 2) }

  var port: Int { server.port }

  /// The OpenAPI document.
  func document() throws -> Value {
    let answer = try HTTPClient(host: "127.0.0.1", port: port).send(method: .get, target: "/openapi.json")
    return try JSONReader.read(answer.body, maximumElements: JSONReader.maximumElementsOfAnswer)
  }

  /// - Returns: the answer to signing in; its `token` opens everything else.
  func signIn(_ user: String, _ password: String) throws -> Value {
    let body = JSONWriter.write(.record(["user": .text(user), "password": .text(password)]))
    let answer = try HTTPClient(host: "127.0.0.1", port: port).send(
      method: .post, target: "/api/v1/session", headers: [("Content-Type", "application/json")], body: body)
    return try JSONReader.read(answer.body)
  }

  /// What the server said about faults of its own; none are expected.
  let faults: Lines
}
