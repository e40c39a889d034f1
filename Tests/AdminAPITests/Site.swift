import AdminAPI
import Foundation
import Glibc
import HTTP
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

/// A live server over a store of its own.
final class Site {
  let runtime: Runtime
  let server: AdminServer
  let client: HTTPClient
  private let reports = Lines()
  private let log = Lines()
  private let root: TemporaryFolder
  private var hasEnded = false

  /// - Parameter options: what the server is given besides its place.
  convenience init(_ options: HTTPServerOptions = HTTPServerOptions()) throws {
    let root = try TemporaryFolder("api")
    try Runtime.create(StoreFolder(root.path + "/store"), ledgerName: "test.hamyar/1")
    try self.init(options, root: root)
  }

  private init(_ options: HTTPServerOptions, root: TemporaryFolder) throws {
    self.root = root
    let folder = StoreFolder(root.path + "/store")
    // The token is the role.
    let accounts = AccountsStandIn(operation: .houseKeep)
    accounts.sessions.set { token in
      if token == "former" { return Principal(id: "u-writer", staff: 1, name: "writer", grants: [], session: "s1") }
      guard ["writer", "reader", "stranger", "keeper"].contains(token) else { return nil }
      let scope = token == "keeper" ? Scope.nation : .province("IR-27")
      return Principal(id: "u-\(token)", staff: 1, name: token, grants: [.init(role: "notes.\(token)", scope: scope)], session: "s1")
    }
    runtime = try Runtime(folder: folder, registry: try lending([accounts]) { try Registry([NotesModule.self, AccountsStandIn.self]) })
    let reports = reports
    let log = log
    server = try AdminServer(
      runtime, options: options, version: "1.2.3", log: { log.add($0) }, report: { reports.add($0) })
    try server.start()
    client = HTTPClient(host: "127.0.0.1", port: server.port, timeout: 10)
  }

  /// The same past behind a new server; this one has ended.
  func restarted() throws -> Site {
    end()
    return try Site(HTTPServerOptions(), root: TemporaryFolder("api", copying: root.path))
  }

  private func end() {
    guard !hasEnded else { return }
    hasEnded = true
    server.stop(grace: 1)
    runtime.close()
  }

  deinit { end() }

  var reported: [String] { reports.all }
  /// The request log once it has so many lines, or after five seconds: an answer is counted and logged after it went out.
  func logged(waitingFor count: Int) -> [String] { log.all(waitingFor: count) }

  func send(
    _ method: HTTPMethod, _ target: String, _ body: String? = nil, as token: String? = "writer", type: String? = "application/json",
    headers: [(String, String)] = []
  ) throws -> Answer {
    var all = headers
    if let token { all.append(("Authorization", "Bearer \(token)")) }
    if body != nil, let type { all.append(("Content-Type", type)) }
    let response = try client.send(method: method, target: target, headers: all, body: Array((body ?? "").utf8))
    return Answer(response: response)
  }

  /// The ledger's entries once there are so many, or after five seconds: entries of denials are written beside the answer.
  func entries(waitingFor count: Int) throws -> [Value] {
    for _ in 0..<500 where try entries().count < count { usleep(10_000) }
    return try entries()
  }

  /// The ledger's entries.
  func entries() throws -> [Value] { try runtime.folder.entries() }
}

struct Answer {
  let response: HTTPClient.Response
  var status: Int { response.status }
  var text: String { String(decoding: response.body, as: UTF8.self) }
  var json: Value { get throws { try JSONReader.read(response.body) } }
  func header(_ name: String) -> String? { response.header(name) }
  subscript(name: String) -> Value? { (try? json)?[name] }
}

/// Checks the members that every problem has.
func expectProblem(_ answer: Answer, _ status: Int, _ code: Value, at place: SourceLocation = #_sourceLocation) {
  #expect(answer.status == status, "\(answer.text)", sourceLocation: place)
  #expect(answer.header("content-type") == "application/problem+json; charset=utf-8", sourceLocation: place)
  #expect(answer["code"] == code && answer["status"] == .int(Int64(status)), "\(answer.text)", sourceLocation: place)
  for name in ["type", "title", "titleFa", "requestId"] {
    #expect(answer[name]?.string?.isEmpty == false, "\(name)", sourceLocation: place)
  }
  #expect(answer["requestId"]?.string == answer.header("x-request-id"), sourceLocation: place)
}
