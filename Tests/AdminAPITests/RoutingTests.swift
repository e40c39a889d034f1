import HTTP
import Testing
import Values

@Suite struct `Routes` {
  private let site: Site

  init() throws { site = try Site() }

  @Test(arguments: [
    "/", "/api", "/api/v1", "/api/v1/nothing", "/api/v2/notes", "/api/v1/notes/", "/api/v1/notes/1/more", "/api/v1//notes", "/healthz/x",
    "/api/v1/catalogue/x", "/API/v1/notes",
  ]) func `an address that is none is not found`(target: String) throws {
    expectProblem(try site.send(.get, target), 404, "not-found")
  }

  @Test(arguments: ["/api/v1/notes/%ff", "/api/v1/../v1/notes", "/api/v1/notes/%00", "/api/v1/notes/%2e%2e"])
  func `a path that cannot be decoded is refused`(target: String) throws {
    let answer = try site.send(.get, target)
    #expect(answer.status == 400)
  }

  @Test func `another method is told which are taken`() throws {
    let answer = try site.send(.delete, "/api/v1/notes/1")
    expectProblem(answer, 405, "method.not-allowed")
    #expect(answer.header("allow") == "GET, PUT, HEAD, OPTIONS")
    #expect(try site.send(.post, "/healthz", "{}").header("allow") == "GET, HEAD, OPTIONS")
    #expect(try site.send(.post, "/api/v1/catalogue", "{}").status == 405)
    #expect(try site.send(.other("get"), "/api/v1/notes").status == 405)
  }

  @Test func `OPTIONS tells the methods and does nothing`() throws {
    let answer = try site.send(.options, "/api/v1/notes", as: nil)
    #expect(answer.status == 204 && answer.header("allow") == "GET, POST, HEAD, OPTIONS" && answer.text.isEmpty)
  }

  @Test func `HEAD is GET without its body`() throws {
    let head = try site.send(.head, "/api/v1/notes")
    let get = try site.send(.get, "/api/v1/notes")
    #expect(head.status == 200 && head.text.isEmpty)
    #expect(head.header("content-length") == get.header("content-length"))
    #expect(try site.send(.head, "/api/v1/nothing").status == 404)
  }

  @Test func `every answer forbids keeping, guessing and framing`() throws {
    for target in ["/healthz", "/api/v1/notes", "/api/v1/nothing", "/openapi.json"] {
      let answer = try site.send(.get, target)
      #expect(answer.header("cache-control") == "no-store" && answer.header("x-content-type-options") == "nosniff")
      #expect(answer.header("content-security-policy") == "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
    }
  }

  @Test func `health is open to everybody and tells the version`() throws {
    let answer = try site.send(.get, "/healthz", as: nil)
    #expect(answer.status == 200 && answer["status"] == "ok" && answer["version"] == "1.2.3")
  }
}
