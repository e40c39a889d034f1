import HTTP
import Testing
import Values

@Suite struct `Entity tags and conditions` {
  private let site: Site
  private let address = "/api/v1/notes/1"

  init() throws {
    site = try Site()
    let made = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#)
    #expect(made.header("etag")?.hasPrefix("\"rev-1") == true)
  }

  private func edit(_ text: String, _ headers: [(String, String)], dryRun: Bool = false) throws -> Answer {
    try site.send(.put, dryRun ? address + "?dryRun=true" : address, #"{"text":"\#(text)"}"#, headers: headers)
  }

  @Test func `what somebody has already is not sent again`() throws {
    let first = try site.send(.get, address)
    let tag = try #require(first.header("etag"))
    #expect(tag.hasPrefix("\"rev-1"), "the note shows a masked value, so its tag carries a digest too")
    for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
      let again = try site.send(.get, address, headers: [("If-None-Match", known)])
      #expect(again.status == 304 && again.text.isEmpty && again.header("etag") == tag, "\(known)")
      #expect(again.header("cache-control") == "no-store" && again.header("content-type") == nil)
    }
    #expect(try site.send(.head, address, headers: [("If-None-Match", tag)]).status == 304)
    for other in ["\"rev-2\"", "\"\"", "rev-1", "\"rev-1", "\""] {
      #expect(try site.send(.get, address, headers: [("If-None-Match", other)]).status == 200, "\(other)")
    }
    _ = try edit("دو", [("If-Match", "*")])
    let changed = try site.send(.get, address, headers: [("If-None-Match", tag)])
    #expect(changed.status == 200 && changed.header("etag")?.hasPrefix("\"rev-2") == true)
  }

  @Test func `somebody who sees less has another tag`() throws {
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"تلفن","phone":"09123456789"}"#)
    let clear = try site.send(.get, "/api/v1/notes/2")
    let masked = try site.send(.get, "/api/v1/notes/2", as: "reader", headers: [("If-None-Match", clear.header("etag") ?? "")])
    #expect(masked.status == 200 && !masked.text.contains("912345") && clear.text.contains("912345"))
  }

  @Test func `an answer without a revision has a digest`() throws {
    let one = try site.send(.get, "/api/v1/notes/count")
    let tag = try #require(one.header("etag"))
    #expect(!tag.contains("rev") && tag.utf8.count == 34)
    #expect(try site.send(.get, "/api/v1/notes/count", headers: [("If-None-Match", tag)]).status == 304)
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"دو"}"#)
    #expect(try site.send(.get, "/api/v1/notes/count", headers: [("If-None-Match", tag)]).status == 200)
    #expect(try site.send(.get, "/openapi.json", as: nil).header("etag") != nil)
  }

  @Test func `a change by address must say which revision it means`() throws {
    expectProblem(try edit("دو", []), 428, "precondition.required")
    expectProblem(try site.send(.put, address, #"{"text":"دو"}"#, as: "reader"), 403, "permission.missing")
    #expect(try site.send(.get, address)["text"] == "یک")
  }

  @Test func `a change of a row that changed meanwhile is refused`() throws {
    let tag = try #require(try site.send(.get, address).header("etag"))
    let first = try edit("دو", [("If-Match", tag)])
    #expect(first.status == 200 && first["rev"] == 2)
    let count = try site.entries().count
    expectProblem(try edit("سه", [("If-Match", tag)]), 412, "precondition.revision")
    expectProblem(try edit("سه", [("If-Match", tag)], dryRun: true), 412, "precondition.revision")
    #expect(try site.entries().count == count)
    #expect(try site.send(.get, address)["text"] == "دو")
    #expect(try edit("سه", [("If-Match", "\"rev-9\", \"rev-2\"")])["rev"] == 3)
    expectProblem(try edit("چهار", [("If-Match", "W/\"rev-3\"")]), 412, "precondition.revision")
    for unreadable in ["rev-3", "", "\"rev-3\"x", "\"rev-3"] {
      expectProblem(try edit("چهار", [("If-Match", unreadable)]), 400, "input.invalid")
    }
  }

  @Test func `a step heeds a revision when one is sent`() throws {
    let step = "/api/v1/notes/stamps/1"
    expectProblem(try site.send(.post, step, headers: [("If-Match", "\"rev-7\"")]), 412, "precondition.revision")
    #expect(try site.send(.post, step, headers: [("If-Match", "\"rev-1\"")])["rev"] == 2)
    #expect(try site.send(.post, step)["rev"] == 3)
    expectProblem(try site.send(.post, "/api/v1/notes/stamps/77", headers: [("If-Match", "\"rev-1\"")]), 404, "not-found")
    let nowhere = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"a"}"#, headers: [("If-Match", "\"rev-1\"")])
    expectProblem(nowhere, 400, "input.invalid")
  }

  @Test func `a change that was made is answered again for its key, though the row went on`() throws {
    let headers = [("If-Match", "\"rev-1\""), ("Idempotency-Key", "k1")]
    #expect(try edit("دو", headers)["rev"] == 2)
    let again = try edit("دو", headers)
    #expect(again.status == 200 && again["rev"] == 2 && again.header("idempotent-replayed") == "true")
  }

  @Test func `a code names the row as well as its number`() throws {
    let code = try #require(try site.send(.get, address)["code"]?.string)
    let answer = try site.send(.put, "/api/v1/notes/\(code)", #"{"text":"دو"}"#, headers: [("If-Match", "\"rev-4\"")])
    expectProblem(answer, 412, "precondition.revision")
  }
}
