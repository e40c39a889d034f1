import HTTP
import Testing
import Values

@Suite struct `Who may` {
  private let site: Site
  private let good = #"{"province":"IR-27","text":"سلام","phone":"09123456789"}"#

  init() throws { site = try Site() }

  @Test func `nobody does anything without signing in`() throws {
    for answer in [try site.send(.post, "/api/v1/notes", good, as: nil), try site.send(.get, "/api/v1/notes", as: nil)] {
      expectProblem(answer, 401, "session.required")
      #expect(answer.header("www-authenticate") == "Bearer")
    }
    #expect(try site.entries().isEmpty)
    #expect(try site.send(.get, "/api/v1/catalogue", as: nil)["commands"] == [])
  }

  @Test func `a token that is not good, or no token at all, is refused`() throws {
    expectProblem(try site.send(.get, "/api/v1/notes", as: "forged"), 401, "session.ended")
    for header in ["Basic abc", "Bearer", "Bearer a b", "Bearer \(String(repeating: "a", count: 257))"] {
      expectProblem(try site.send(.get, "/api/v1/notes", as: nil, headers: [("Authorization", header)]), 401, "session.header")
    }
  }

  @Test func `a denied attempt leaves its entry, also of a query`() throws {
    expectProblem(try site.send(.post, "/api/v1/notes", good, as: "reader"), 403, "permission.missing")
    expectProblem(try site.send(.get, "/api/v1/notes", as: "stranger"), 403, "permission.missing")
    let entries = try site.entries(waitingFor: 2)
    #expect(entries.map { $0["act"] } == ["notes.write", "notes.notes"])
    #expect(entries.map { $0["out"] } == ["denied", "denied"])
    #expect(entries[0]["out"] == "denied" && entries[0]["act"] == "notes.write" && entries[0]["actor"]?["id"] == "u-reader")
    #expect(entries[0]["origin"]?["chan"] == "http" && entries[0]["origin"]?["host"] == "127.0.0.1")
  }

  @Test func `whoever lacks the right sees personal data masked`() throws {
    #expect(try site.send(.post, "/api/v1/notes", good)["phone"] == "+989123456789")
    #expect(try site.send(.get, "/api/v1/notes/1", as: "reader")["phone"] == "•••6789")
  }

  @Test func `a fault of ours tells nothing of its inside`() throws {
    let answer = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"leak"}"#)
    expectProblem(answer, 500, "internal")
    #expect(!answer.text.contains("secret-place") && !answer.text.contains("Leak"))
    #expect(answer["errors"] == nil)
    let id = try #require(answer.header("x-request-id"))
    #expect(site.reported.contains { $0.contains(id) && $0.contains("secret-place") })
    #expect(try site.entries().isEmpty)
  }
}
