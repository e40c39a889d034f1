import HTTP
import Testing
import Values

/// Things by their code over HTTP: shaped as every other reading.
@Suite struct `Things over HTTP` {
  private let site: Site

  init() throws { site = try Site() }

  @Test func `the three stand in the document with parameters, examples and answers`() throws {
    let paths = try site.send(.get, "/openapi.json")["paths"]
    for (path, id) in [("/things/{code}", "cases.show"), ("/things/{code}/trace", "cases.trace"), ("/tasks", "cases.tasks")] {
      let operation = try #require(paths?["/api/v1" + path]?["get"])
      #expect(operation["operationId"]?.string == id)
      #expect(operation["responses"]?["200"]?["content"]?["application/json"]?["schema"]?["properties"] != nil, "\(id)")
      let isFilled = operation["parameters"]?.items.filter { $0["required"] == true }.allSatisfy { $0["example"] != nil }
      #expect(isFilled == true)
    }
  }

  @Test func `an answer has its tag, and is not sent twice`() throws {
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#)
    for target in ["/api/v1/things/notes.note%2F1", "/api/v1/things/notes.note%2F1/trace", "/api/v1/tasks"] {
      let answer = try site.send(.get, target)
      #expect(answer.status == 200, "\(target): \(answer.text)")
      let tag = try #require(answer.header("etag"))
      #expect(try site.send(.get, target, headers: [("If-None-Match", tag)]).status == 304)
      #expect(answer.header("cache-control") == "no-store")
    }
  }

  @Test func `whoever may not see it, and whoever is nobody, is told nothing`() throws {
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#)
    expectProblem(try site.send(.get, "/api/v1/things/notes.note%2F1", as: "stranger"), 404, "not-found")
    expectProblem(try site.send(.get, "/api/v1/things/notes.note%2F9"), 404, "not-found")
    expectProblem(try site.send(.get, "/api/v1/things/notes.note%2F1", as: nil), 401, "session.required")
    expectProblem(try site.send(.get, "/api/v1/things/nothing"), 400, "input.invalid")
    expectProblem(try site.send(.post, "/api/v1/tasks", "{}"), 405, "method.not-allowed")
    expectProblem(try site.send(.get, "/api/v1/tasks?nothing=1"), 400, "input.invalid")
  }
}
