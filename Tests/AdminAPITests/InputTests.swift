import HTTP
import Testing
import Values

@Suite struct `What is sent` {
  private let site: Site
  private let good = #"{"province":"گلستان","text":"سلام","until":"1405/02/01"}"#

  init() throws { site = try Site() }

  private func pointers(_ answer: Answer) -> [String] {
    answer["errors"]?.items.compactMap { $0["pointer"]?.string }.sorted() ?? []
  }

  @Test func `is answered with the thing made, its entry and its twin dates`() throws {
    let answer = try site.send(.post, "/api/v1/notes", good)
    #expect(answer.status == 201 && answer.header("hamyar-entry") == "0", "\(answer.text)")
    #expect(answer["code"]?.string?.hasPrefix("NT-27-") == true)
    #expect(answer["until"] == "2026-04-21" && answer["untilJalali"] == "1405/02/01")
  }

  @Test func `must be JSON and say so`() throws {
    for type in ["text/plain", "application/x-www-form-urlencoded", "application/json-patch+json", nil] {
      expectProblem(try site.send(.post, "/api/v1/notes", good, type: type), 415, "body.type")
    }
    #expect(try site.send(.post, "/api/v1/notes", good, type: "Application/JSON; charset=utf-8").status == 201)
    expectProblem(try site.send(.post, "/api/v1/notes", "{"), 400, "input.invalid")
    expectProblem(try site.send(.post, "/api/v1/notes", "[]"), 400, "input.invalid")
    expectProblem(try site.send(.post, "/api/v1/notes"), 400, "input.invalid")
  }

  @Test func `is refused with every fault and its pointer`() throws {
    let answer = try site.send(.post, "/api/v1/notes", #"{"province":"IR-99","until":"1405/13/01","a/b":1}"#)
    expectProblem(answer, 400, "input.invalid")
    #expect(pointers(answer) == ["/a~1b", "/province", "/text", "/until"])
    #expect(answer["errors"]?.items.allSatisfy { $0["messageFa"] != nil && $0["messageEn"] != nil && $0["code"] != nil } == true)
    #expect(try site.entries().isEmpty)
  }

  @Test(arguments: [
    #"{"province":-9223372036854775808,"text":"a"}"#, #"{"province":"IR-27","text":"\ud800"}"#, #"{"province":"IR-27","text":1e999}"#,
    #"{"province":"IR-27","text":{"a":[[[[]]]]}}"#, #"{"province":"IR-27","text":"a","text":"b"}"#,
  ]) func `may be hostile and is only refused`(body: String) throws {
    expectProblem(try site.send(.post, "/api/v1/notes", body), 400, "input.invalid")
    #expect(try site.send(.get, "/healthz").status == 200)
  }

  @Test func `has options that are known and stand once`() throws {
    #expect(pointers(try site.send(.post, "/api/v1/notes?force=1", good)) == ["/force"])
    let twice = try site.send(.get, "/api/v1/notes?limit=1&limit=2")
    expectProblem(twice, 400, "input.invalid")
    #expect(twice["errors"]?.items.first?["code"] == "query.duplicate" && pointers(twice) == ["/limit"])
    #expect(pointers(try site.send(.get, "/api/v1/notes?nothing=1")) == ["/nothing"])
    #expect(try site.send(.get, "/api/v1/notes?search=%ff").status == 400)
    #expect(try site.send(.get, "/api/v1/notes?search=a", "{}").status == 400, "a query takes no body")
    #expect(pointers(try site.send(.get, "/api/v1/notes?limit=x")) == ["/limit"])
    // Neither a doubtful word nor none at all may be taken for an order to go ahead.
    for doubt in ["dryRun=maybe", "dryRun=", "dryRun"] {
      #expect(pointers(try site.send(.post, "/api/v1/notes?" + doubt, good)) == ["/dryRun"], "\(doubt)")
    }
  }

  @Test func `tried as a dry run changes nothing`() throws {
    for word in ["Yes", "%D8%A8%D9%84%D9%87", "1"] { #expect(try site.send(.post, "/api/v1/notes?dryRun=" + word, good)["dryRun"] == true) }
    let answer = try site.send(.post, "/api/v1/notes?dryRun=true", good)
    #expect(answer.status == 200 && answer["dryRun"] == true && answer["result"]?["text"] == "سلام")
    #expect(answer["entries"]?.items.first?["act"] == "notes.write" && answer.header("hamyar-entry") == nil)
    #expect(try site.entries().isEmpty)
    #expect(try site.send(.get, "/api/v1/notes")["items"] == [])
  }

  @Test func `with the same key is answered once and repeated`() throws {
    let key = [("Idempotency-Key", "k-1")]
    let first = try site.send(.post, "/api/v1/notes", good, headers: key)
    let second = try site.send(.post, "/api/v1/notes", good, headers: key)
    #expect(second.status == 201 && second.header("idempotent-replayed") == "true" && first.header("idempotent-replayed") == nil)
    #expect(second.text == first.text && second.header("hamyar-entry") == "0")
    let other = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"دیگر"}"#, headers: key)
    expectProblem(other, 422, "idempotency.mismatch")
    let long = [("Idempotency-Key", String(repeating: "k", count: 201))]
    #expect(try site.send(.post, "/api/v1/notes", good, headers: long).status == 400)
    #expect(try site.entries().count == 1)
  }

  @Test func `names its thing in the path by row or code`() throws {
    let made = try site.send(.post, "/api/v1/notes", good)
    let code = try #require(made["code"]?.string)
    #expect(try site.send(.put, "/api/v1/notes/1", #"{"text":"دو"}"#, headers: [("If-Match", "*")])["rev"] == 2)
    #expect(try site.send(.get, "/api/v1/notes/\(code.lowercased())")["text"] == "دو")
    expectProblem(try site.send(.get, "/api/v1/notes/2"), 404, "not-found")
    expectProblem(try site.send(.get, "/api/v1/notes/abc"), 400, "input.invalid")
    #expect(pointers(try site.send(.put, "/api/v1/notes/1", #"{"text":"a","note":2}"#, headers: [("If-Match", "*")])) == ["/note"])
  }
}
