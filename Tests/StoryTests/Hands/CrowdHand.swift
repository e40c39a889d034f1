import Foundation
import HTTP
import Engine
import Feature
import Store
import Synchronization
import TestKit
import Values

/// Walks over HTTP, and wherever something is decided fifty people press at the same moment, each on a connection of
/// their own.
final class CrowdHand: Hand {
  static let size = 50

  /// What fifty answered.
  struct Rush {
    let command: Command
    let answers: [HTTPClient.Response]
    /// Entries of this act before, as a dry run foretold, and after.
    let before: Int
    let foretold: Int
    let after: Int
  }

  private(set) var rushes: [Rush] = []
  /// Answers that have other members than their declaration says.
  private(set) var misshapen: [String] = []
  /// Acts that were done and whose answers were looked at.
  private(set) var done: Set<String> = []
  private let store: StoryStore
  private let port: Int
  private let decisions: Set<String>
  private let shared: String?
  private let client: HTTPClient
  private var purse: Purse
  private var tokens: [String: String] = [:]

  /// - Parameters:
  ///   - decisions: commands at which the crowd presses.
  ///   - key: what all of them send as Idempotency-Key; nil for none.
  init(_ served: ServedStore, decisions: Set<String>, key: String?) {
    store = served.store
    port = served.port
    self.decisions = decisions
    shared = key
    client = HTTPClient(host: "127.0.0.1", port: served.port, timeout: 60)
    purse = Purse(secrets: ["admin": served.store.secret])
  }

  func forgetSessions() { tokens = [:] }

  func take(_ steps: [(command: String, input: Value)], as user: String) throws {
    if tokens[user] == nil { try signIn(user, purse.secret(of: user)) }
    for step in steps {
      if decisions.contains(step.command) {
        try rush(step.command, step.input, user)
      } else {
        try learn(client, step.command, step.input, user)
      }
    }
  }

  private func signIn(_ user: String, _ secret: String) throws {
    let input = Value.record(["user": .text(user), "password": .text(secret)])
    tokens[user] = try learn(client, "accounts.login", input, user)["token"]?.string
  }

  private func change(_ user: String, _ given: String, _ own: String) throws {
    try signIn(user, given)
    try learn(client, "accounts.set-password", .record(["old": .text(given), "new": .text(own)]), user)
  }

  @discardableResult
  private func learn(_ client: HTTPClient, _ id: String, _ input: Value, _ user: String) throws -> Value {
    let call = try Call(id, input, store.runtime.registry, token: tokens[user])
    let answer = try call.send(client)
    guard (200..<300).contains(answer.status) else { throw HandFault(user: user, command: id, answer: answer.text) }
    return try snapshot(answer, call.command)
  }

  private func snapshot(_ answer: HTTPClient.Response, _ command: Command) throws -> Value {
    let value = try JSONReader.read(answer.body)
    try learn(from: value)
    done.insert(command.spec.id)
    misshapen += AnswerShape.faults(value, of: command).map { "\(command.spec.id) \($0)" }
    return value
  }

  /// The hand's own calls learn too, so the purse is not held meanwhile.
  private func learn(from value: Value) throws {
    var purse = purse
    try purse.learn(from: value, change: change)
    self.purse = purse
  }

  private func rush(_ id: String, _ input: Value, _ user: String) throws {
    var call = try Call(id, input, store.runtime.registry, token: tokens[user])
    call.query = "?dryRun=true"
    let foretold = try JSONReader.read(call.send(client).body)["entries"]?.items.count ?? 0
    call.query = ""
    if let shared { call.headers.append(("Idempotency-Key", "\(shared)-\(rushes.count)")) }
    let before = try entries(of: id)
    let answers = try CrowdHand.all(call, port)
    rushes.append(
      Rush(command: call.command, answers: answers, before: before, foretold: foretold, after: try entries(of: id)))
    if let good = answers.first(where: { (200..<300).contains($0.status) }) { _ = try snapshot(good, call.command) }
  }

  /// Entries of an act that took effect.
  private func entries(of act: String) throws -> Int {
    try store.runtime.folder.entries().count { $0["act"]?.string == act && $0["out"]?.string == "ok" }
  }

  private static func all(_ call: Call, _ port: Int) throws -> [HTTPClient.Response] {
    let answers = Mutex<[Result<HTTPClient.Response, any Error>]>([])
    let authorizer = DispatchSemaphore(value: 0)
    let group = DispatchGroup()
    for _ in 0..<size {
      group.enter()
      Foundation.Thread.detachNewThread {
        let client = HTTPClient(host: "127.0.0.1", port: port, timeout: 60)
        authorizer.wait()
        let answer = Result { try call.send(client) as HTTPClient.Response }
        answers.withLock { $0.append(answer) }
        group.leave()
      }
    }
    for _ in 0..<size { authorizer.signal() }
    group.wait()
    return try answers.withLock { $0 }.map { try $0.get() }
  }

  /// One request that can be sent again and again.
  private struct Call: Sendable {
    let command: Command
    let target: String
    let body: [UInt8]
    var query = ""
    var headers: [(String, String)]

    init(_ id: String, _ input: Value, _ registry: Registry, token: String?) throws {
      guard let command = registry.command(id) else { throw HandFault(user: "", command: id, answer: "unknown command") }
      self.command = command
      var path = command.spec.path
      for name in command.pathFields { path = path.replacing("{\(name)}", with: Filling.encoded(Call.plain(input[name] ?? .null))) }
      let rest = input.members.filter { !command.pathFields.contains($0.name) && $0.value != .null }
      headers = token.map { [("Authorization", "Bearer \($0)")] } ?? []
      if command.kind == .action {
        headers.append(("Content-Type", "application/json"))
        headers += command.spec.method == .post ? [] : [("If-Match", "*")]
        (target, body) = ("/api/v1" + path, JSONWriter.write(.object(rest), showsSecrets: true))
      } else {
        let pairs = rest.map { "\($0.name)=\(Filling.encoded(Call.plain($0.value)))" }
        (target, body) = ("/api/v1" + path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")), [])
      }
    }

    func send(_ client: HTTPClient) throws -> HTTPClient.Response {
      try client.send(method: HTTPMethod(command.spec.method.rawValue), target: target + query, headers: headers, body: body)
    }

    private static func plain(_ value: Value) -> String { value.string ?? JSONWriter.text(value) }
  }
}
