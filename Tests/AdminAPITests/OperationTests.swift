import HTTP
import Engine
import Feature
import Store
import Testing
import Values

@Suite struct `Watching a server` {
  private let site: Site

  init() throws { site = try Site() }

  private func metrics() throws -> [String: String] {
    let answer = try site.send(.get, "/metrics", as: nil)
    #expect(answer.status == 200 && answer.header("content-type") == "text/plain; version=0.0.4; charset=utf-8")
    let lines = answer.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let pairs = lines.compactMap { line in line.lastIndex(of: " ").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) } }
    #expect(Set(pairs.map(\.0)).count == lines.count, "no series stands twice")
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  @Test func `readiness is a write that reached the disk`() throws {
    let answer = try site.send(.get, "/readyz", as: nil)
    #expect(answer.status == 200 && answer["status"] == "ready", "\(answer.text)")
    #expect(answer["checks"]?.members.map(\.name) == ["write", "ledger", "migrations", "clock", "nights", "disk"])
    #expect((answer["freeDiskBytes"]?.integer ?? 0) > 0)
    let pulse = "SELECT at FROM registry_moment WHERE name='pulse'"
    let store = try Connection(path: site.runtime.folder.database, mode: .reader)
    let first = try store.privileged(text: pulse).first()
    #expect(first?.integer != nil)
    for _ in 1...20 { #expect(try site.send(.get, "/readyz", as: nil).status == 200) }
    let writes = try site.entries().count
    #expect(writes == 0, "a test write is no entry of the ledger")
  }

  @Test func `a store that takes no writes is not ready`() throws {
    site.runtime.close()
    let answer = try site.send(.get, "/readyz", as: nil)
    expectProblem(answer, 503, "not-ready")
    #expect(answer["errors"]?.items.contains { $0["code"] == "not-ready.write" } == true)
    #expect(answer.header("retry-after") == "1")
    #expect(try site.send(.get, "/healthz", as: nil).status == 200)
  }

  @Test func `the figures count answers by route and status`() throws {
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#)
    _ = try site.send(.get, "/api/v1/notes")
    _ = try site.send(.get, "/api/v1/notes")
    _ = try site.send(.get, "/api/v1/notes", as: nil)
    _ = try site.send(.get, "/api/v1/nothing/12")
    #expect(site.logged(waitingFor: 5).count == 5)
    let figures = try metrics()
    #expect(figures["http_requests_total{route=\"notes.write\",status=\"201\"}"] == "1")
    #expect(figures["http_requests_total{route=\"notes.notes\",status=\"200\"}"] == "2")
    #expect(figures["http_requests_total{route=\"notes.notes\",status=\"401\"}"] == "1")
    #expect(figures["http_requests_total{route=\"none\",status=\"404\"}"] == "1")
    #expect(figures["http_request_seconds_count{kind=\"list\"}"] == "3")
    #expect(figures["http_request_seconds_bucket{kind=\"list\",le=\"+Inf\"}"] == "3")
    #expect(figures["ledger_size"] == "1" && figures["writer_queue_length"] != nil)
    #expect(figures["wal_bytes"].flatMap { Int($0) }.map { $0 > 0 } == true)
    #expect(figures.keys.allSatisfy { !$0.contains("/") && !$0.contains("u-writer") })
    #expect(figures["jobs_last_success_timestamp_seconds{job=\"night\"}"] == nil)
    _ = try Night(site.runtime, host: "test").run(upTo: site.runtime.clock.day)
    let night = try metrics()["jobs_last_success_timestamp_seconds{job=\"night\"}"].flatMap { Double($0) }
    #expect(night.map { abs($0 - Double(site.runtime.clock.now()) / 1e6) < 60 } == true)
  }

  @Test func `each request leaves one line that names nobody`() throws {
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"محرمانه"}"#)
    _ = try site.send(.get, "/api/v1/notes?search=%0A%1B%5B31mevil")
    _ = try site.send(.other("EVIL"), "/api/v1/notes/0076229645")
    let lines = site.logged(waitingFor: 3)
    #expect(lines.count == 3)
    for line in lines {
      #expect(
        line.split(separator: " ").compactMap { $0.split(separator: "=").first } == [
          "time", "id", "method", "route", "status", "us", "actor",
        ])
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }, "\(line)")
      for secret in ["محرمانه", "evil", "EVIL", "0076229645", "/api"] { #expect(!line.contains(secret), "\(line)") }
    }
    // The next request's line may come before it.
    let posted = try #require(lines.first { $0.contains("method=POST route=notes.write status=201 us=") })
    #expect(posted.hasSuffix("actor=u-writer"))
    #expect(lines.contains { $0.contains("method=other route=none status=405") })
  }
}
