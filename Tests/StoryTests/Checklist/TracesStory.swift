import Foundation
import Glibc
import HTTP
import Engine
import Feature
import Store
import Testing
import Values

@testable import Host

/// What the program leaves on paper: a log of one line an answer, whatever people write, and no personal data in it or in
/// any file of the store.
@Suite(.enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"))
struct TracesStory {
  /// National IDs with a right check digit, and mobiles, as they are stored and as they are typed.
  private static let identities = ["0076229645", "2110000015", "0499370899"]
  private static let mobiles = ["9121234501", "9121234502", "9121234503"]

  /// Names that would begin a line of their own, colour a terminal, end a JSON text or turn the reading direction.
  private static let hostile = [
    "زهرا\n{\"evil\":1}", "زهرا\r\ntime=0 id=evil", "زهرا\u{1B}[31mسرخ\u{1B}[0m", "\",\"evil\":\"1", "زهرا\u{202E}ا\u{2066}",
    "evil=1 status=200",
  ]

  private func body(_ first: String, _ identity: String, _ mobile: String) -> [UInt8] {
    JSONWriter.write(
      .record([
        "nationalID": .text(identity), "firstName": .text(first), "familyName": "محمدی", "fatherName": "علی", "birth": "1370/01/01",
        "isLiterate": true, "mobile": .text("0" + mobile), "address": "کوچهٔ پیچک ۱۳۷", "consentedOn": "1404/03/01",
      ]))
  }

  @Test func `the log keeps to one line an answer, and neither it nor the store holds personal data in clear`() throws {
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let token = try prepare(place)
    let running = try Served(place)
    let client = HTTPClient(host: "127.0.0.1", port: running.port, timeout: 20)
    var problems = ""
    var sent = 0
    func send(_ method: HTTPMethod, _ target: String, _ body: [UInt8] = [], _ headers: [(String, String)] = []) throws -> Int {
      let base = [("Authorization", "Bearer \(token)"), ("Content-Type", "application/json")]
      let answer = try client.send(method: method, target: target, headers: base + headers, body: body)
      if answer.status >= 400 { problems += answer.text }
      sent += 1
      return answer.status
    }
    for (number, (identity, mobile)) in zip(TracesStory.identities, TracesStory.mobiles).enumerated() {
      #expect(try send(.post, "/api/v1/people", body("زهرا\(number)", identity, mobile)) == 201)
      let key = [("Idempotency-Key", "key-\(number)")]
      #expect(try send(.post, "/api/v1/people", body("زهرا", identity, mobile), key) == 409, "known already")
      #expect(try send(.get, "/api/v1/people/\(identity)") == 200, "somebody is found by the national ID; the log says the route")
      #expect(try send(.get, "/api/v1/people?search=0\(mobile)") == 200)
      #expect(try send(.get, "/api/v1/people?search=\(identity)", [], [("Prefer", "respond-async")]) == 202)
      #expect(try send(.get, "/api/v1/moon/\(identity)?mobile=0\(mobile)") == 404)
      #expect(try send(.post, "/api/v1/people", body("ز", identity, mobile + "x")) == 400)
      #expect(
        try send(
          .patch, "/api/v1/people/1", Array("{\"reason\":\"\(identity)\",\"nationalID\":\"x\(identity)\"}".utf8), [("If-Match", "*")])
          == 400)
    }
    for (number, name) in TracesStory.hostile.enumerated() {
      // Whatever the desk thinks of such a name: it is answered, and the log is as it was.
      let status = try send(.post, "/api/v1/people", body(name, "00000000\(number)0", "9121234599"))
      #expect((200..<500).contains(status))
      _ = try send(.get, "/api/v1/people?search=" + Filling.encoded(name))
      _ = try send(.get, "/api/v1/" + Filling.encoded(name))
      _ = try send(HTTPMethod("EVIL\(number)"), "/api/v1/people")
      _ = try client.send(
        method: .post, target: "/api/v1/session", headers: [("Content-Type", "application/json")],
        body: JSONWriter.write(.record(["user": .text(name), "password": .text(TracesStory.identities[0])])))
      sent += 1
    }
    usleep(300_000)  // The jobs end.
    let clear = FileSearch(TracesStory.identities + TracesStory.mobiles + ["پیچک ۱۳۷"])
    #expect(try clear.hits(in: place + "/store") == [], "while it runs")
    let complaint = try running.stop()
    #expect(try clear.hits(in: place + "/store") == [], "after it has stopped")
    #expect(clear.hits(in: Data(complaint.utf8)).isEmpty && clear.hits(in: Data(problems.utf8)).isEmpty)
    let lines = complaint.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.isEmpty }
    let answers = lines.filter { $0.hasPrefix("time=") }
    let pattern =
      /time=[0-9TZ:.-]+ id=[0-9a-f]{16} method=(-|other|[A-Z]+) route=[a-z.A-Z-]+ status=[0-9]{3} us=[0-9]+ actor=("")?[a-z0-9.]*/
    #expect(answers.count == sent, "\(answers.count) lines for \(sent) answers")
    #expect(answers.allSatisfy { $0.wholeMatch(of: pattern) != nil }, "\(answers.filter { $0.wholeMatch(of: pattern) == nil }.prefix(3))")
    #expect(lines.count == answers.count + 2, "\(lines.filter { !$0.hasPrefix("time=") })")
    #expect(!complaint.contains("evil") && !complaint.contains("\u{1B}") && !complaint.contains("\u{202E}"))
    // What was searched for is found where it may stand: the search itself can find.
    let names = FileSearch(["زهرا1"])
    #expect(try !names.hits(in: place + "/store").isEmpty)
  }

  /// A store with an officer; gives a token.
  private func prepare(_ place: String) throws -> String {
    let (runtime, _) = try StoreLocator.create(StoreFolder(place + "/store"), config: ConfigFiles(folder: Place.config))
    defer { runtime.close() }
    let installer = try Caller(runtime, principal: .installer, channel: "story")
    let staff = try installer.perform(
      "accounts.create-staff", .record(["userName": "officer", "fullName": "کارشناس", "province": "IR-27"]))
    try installer.perform(
      "accounts.assign-post", .record(["staff": staff["id"] ?? .null, "role": "prevention.officer", "province": "IR-27"]))
    let secret = try runtime.changeSecret(
      staff["oneTimeSecret"]?.string ?? "", of: #require(staff["id"]?.integer), channel: "story")
    let nobody = try Caller(runtime, principal: .nobody, channel: "story")
    return try nobody.perform("accounts.login", .record(["user": "officer", "password": .text(secret)]))["token"]?.string ?? ""
  }

  /// The program, serving with its log on.
  private struct Served {
    let port: Int
    private let running: Spawned

    init(_ place: String) throws {
      running = try Spawned(
        try #require(Place.program), ["serve", "--store", place + "/store", "--no-nightly", "--log", "--listen", "127.0.0.1:0"], in: place)
      var found: Int?
      for _ in 0..<1_000 where found == nil {
        usleep(10_000)
        let holder = StoreLock.holder(of: StoreFolder(place + "/store"))
        found = holder.split(separator: ":").last.flatMap { Int($0) }
      }
      port = try #require(found)
    }

    func stop() throws -> String {
      Glibc.kill(running.process, SIGTERM)
      return try running.wait().complaint
    }
  }
}

/// Looks for texts byte by byte.
private struct FileSearch {
  private let needles: [Data]

  init(_ texts: [String]) { needles = texts.map { Data($0.utf8) } }

  func hits(in data: Data) -> [String] {
    needles.filter { data.range(of: $0) != nil }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// In every file below a folder.
  func hits(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).flatMap { name in
      hits(in: FileManager.default.contents(atPath: folder + "/" + name) ?? Data()).map { "\(name): \($0)" }
    }
  }
}
