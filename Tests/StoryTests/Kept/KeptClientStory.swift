import AdminAPI
import Foundation
import HTTP
import Ledger
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

@testable import Host

/// What a client of an earlier version asked and was answered is asked again of the store that it was asked of.
@Suite(.enabled(if: KeptStore.canUnpack, "there is no tar or gzip on this machine"))
struct `A client of an earlier version` {
  /// What was taken away on purpose: a value or switch that waits for its approval has no number yet.
  private static let withdrawn = Set(
    ["switch-module", "set-parameter"].map {
      "GET /api/v1/catalogue: /commands/configuration.\($0)/answer/id/isOptional: is true, was false"
    })

  @Test(arguments: KeptStore.versions)
  func `gets every answer that it got`(version: String) throws {
    let kept = try KeptStore(version)
    let runtime = try kept.open()
    let faults = Lines()
    let server = try AdminServer(runtime, options: HTTPServerOptions(), version: "story", report: { faults.add($0) })
    try server.start()
    let client = KeptClient(port: server.port)
    let lines = try KeptStore.text("client-\(version).jsonl.gz").split(separator: "\n").map { line in
      try JSONReader.read(Array(line.utf8), maximumElements: JSONReader.maximumElementsOfAnswer)
    }
    #expect(lines.count >= 60)
    for line in lines { try client.send(line) }
    // A loss begins with the number of its line.
    let losses = client.losses.filter { !Self.withdrawn.contains(String($0.drop { $0 != " " }.dropFirst())) }
    #expect(losses.isEmpty, "lost since \(version):\n\(losses.joined(separator: "\n"))")
    #expect(faults.all.isEmpty)
    server.stop(grace: 2)
    runtime.close()
    #expect(try StoryStore.verify(kept.folder).conclusion == .proven)
  }

  @Test func `misses a member, a value, a row and an order, and nothing that came`() throws {
    func losses(_ old: String, _ new: String) throws -> [String] {
      AnswerGrowth(from: try JSONReader.read(Array(old.utf8)), to: try JSONReader.read(Array(new.utf8))).losses
    }
    #expect(try losses(#"{"a":1,"next":null}"#, #"{"b":2,"a":1,"next":null}"#) == [])
    #expect(try losses(#"{"a":1,"b":2}"#, #"{"a":2}"#) == ["/a: is 2, was 1", "/b: is gone"])
    #expect(try losses(#"{"items":[{"id":1},{"id":2}]}"#, #"{"items":[{"id":3},{"id":1,"x":1},{"id":2}]}"#) == [])
    #expect(try losses(#"{"items":[{"id":1},{"id":2}]}"#, #"{"items":[{"id":2},{"id":1}]}"#) == ["/items/2: stands elsewhere"])
    #expect(try losses(#"{"items":[[1],[2]]}"#, #"{"items":[[1]]}"#) == ["/items/1: is gone"])
    #expect(try losses(#"{"title":"کتاب"}"#, #"{"title":"book"}"#) == ["/title: is \"book\", was \"کتاب\""])
    #expect(try losses(#"{"title":"No.","requestId":"1"}"#, #"{"title":"Not so.","requestId":"2"}"#) == [])
    #expect(try losses(#"{"token":"x"}"#, #"{"token":null}"#) == ["/token: is gone or of another kind"])
  }
}

/// Sends what was recorded and notes what is missing in the answers.
private final class KeptClient {
  private let http: HTTPClient
  private var tokens: [String: String] = [:]
  private var answers: [(body: Value, response: HTTPClient.Response)] = []
  private(set) var losses: [String] = []

  init(port: Int) { http = HTTPClient(host: "127.0.0.1", port: port, timeout: 30) }

  /// A facilitator of 0.1.0 wrote wherever in the province, one of today into what is assigned to them, which nobody had done then:
  /// these calls are not found, and answered as they were to an officer of the same right.
  private static let outOfReach: Set = [104, 110, 114, 115, 118]

  func send(_ recorded: Value) throws {
    var line = recorded
    let place = "\(answers.count + 1) \(line["method"]?.string ?? "") \(line["target"]?.string ?? "")"
    if Self.outOfReach.contains(answers.count + 1) {
      let status = try ask(line).status
      if status != 404 { losses.append("\(place): \(status) for a facilitator without groups") }
      line = .object(line.members.map { $0.name == "as" ? .init("as", "golestan.prevention.officer") : $0 })
    }
    var response = try ask(line)
    var body = try read(response)
    // A job takes its time.
    for _ in 0..<200 {
      guard let until = line["until"]?.items, until.count == 2, body[until[0].string ?? ""] != until[1] else { break }
      usleep(50_000)
      response = try ask(line)
      body = try read(response)
    }
    answers.append((body, response))
    let sent = line["body"]?.string.flatMap { try? JSONReader.read(Array($0.utf8)) }
    if let user = sent?["user"]?.string { tokens[user] = body["token"]?.string }
    if Int64(response.status) != line["status"]?.integer {
      losses.append("\(place): \(response.status), was \(line["status"]?.integer ?? 0): \(JSONWriter.text(body).prefix(300))")
      return
    }
    for header in line["answerHeaders"]?.members ?? [] { compare(header, response, place) }
    losses += AnswerGrowth(from: line["answer"] ?? .null, to: body).losses.prefix(20).map { "\(place): \($0)" }
  }

  private func ask(_ line: Value) throws -> HTTPClient.Response {
    var headers = (line["headers"]?.members ?? []).map { ($0.name, filled($0.value.string ?? "")) }
    if let user = line["as"]?.string { headers.append(("Authorization", "Bearer \(tokens[user] ?? "")")) }
    let body = filled(line["body"]?.string ?? "")
    if !body.isEmpty, !headers.contains(where: { $0.0 == "Content-Type" }) { headers.append(("Content-Type", "application/json")) }
    return try http.send(
      method: HTTPMethod(line["method"]?.string ?? ""), target: filled(line["target"]?.string ?? ""), headers: headers,
      body: Array(body.utf8))
  }

  private func read(_ response: HTTPClient.Response) throws -> Value {
    let type = response.header("content-type") ?? ""
    guard type.hasPrefix("application/json") || type.hasPrefix("application/problem+json"), !response.body.isEmpty else {
      return .text(String(decoding: response.body, as: UTF8.self))
    }
    return try JSONReader.read(response.body, maximumElements: JSONReader.maximumElementsOfAnswer)
  }

  /// Puts what earlier answers gave in place of `${12/code}` and `${12:ETag}`.
  private func filled(_ text: String) -> String {
    text.replacing(/\$\{(\d+)([\/:])([^}]+)\}/) { found in
      guard let number = Int(found.output.1), answers.indices.contains(number - 1) else { return "" }
      let (answer, name) = (answers[number - 1], String(found.output.3))
      guard found.output.2 == "/" else { return answer.response.header(name.lowercased()) ?? "" }
      return answer.body[name].map { $0.string ?? JSONWriter.text($0) } ?? ""
    }
  }

  /// Of an ETag the revision is compared: the digest behind it is that of the whole answer, which may grow. What an address
  /// takes may be more, and the number of an entry higher: a later version records more beside what was asked.
  private func compare(_ recorded: Value.Member, _ response: HTTPClient.Response, _ place: String) {
    let (was, now) = (recorded.value.string ?? "", response.header(recorded.name.lowercased()) ?? "")
    let isKept =
      switch recorded.name {
      case "ETag": revision(now) == revision(was) || !was.hasPrefix("\"rev-") && !now.isEmpty
      case "Hamyar-Entry": (Int(now) ?? 0) >= (Int(was) ?? 1)
      case "Allow": was.split(separator: ", ").allSatisfy { now.contains($0) }
      default: was == now
      }
    if !isKept { losses.append("\(place): the header \(recorded.name) is \(now), was \(was)") }
  }

  /// `rev-12` of `"rev-12"` and of `"rev-12.<digest>"`: an answer that was the bare row may say more by now.
  private func revision(_ tag: String) -> Substring { tag.drop { $0 == "\"" }.prefix { $0 != "." && $0 != "\"" } }
}
