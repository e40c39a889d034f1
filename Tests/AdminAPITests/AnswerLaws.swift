import HTTP
import Engine
import Feature
import Testing
import Values

@Suite struct `Every answer` {
  private let site: Site

  init() throws { site = try Site() }

  private func check(_ answer: Answer, _ what: String) {
    #expect(answer.header("cache-control") == "no-store", "\(what)")
    #expect(answer.header("x-content-type-options") == "nosniff", "\(what)")
    #expect(answer.header("x-request-id")?.utf8.count == 16, "\(what)")
    #expect(answer.header("server") == "hamyar", "\(what)")
    let hasBody = answer.status != 204 && answer.status != 304
    #expect(answer.header("content-type")?.hasSuffix("; charset=utf-8") == (hasBody ? true : nil), "\(what)")
    for leak in ["sqlite", "/home", "/work", ".swift", "SELECT", "secret-place"] {
      #expect(!answer.text.lowercased().contains(leak.lowercased()) || what.contains("openapi"), "\(what): \(leak)")
    }
    #expect(answer.status < 500 || what.contains("leak"), "\(what): \(answer.text)")
  }

  @Test func `carries its headers and tells nothing of the inside, for every route and status`() throws {
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#)
    var seen: Set<Int> = []
    func send(
      _ method: HTTPMethod, _ target: String, _ body: String? = nil, as token: String? = "writer", _ headers: [(String, String)] = []
    ) throws {
      let answer = try site.send(method, target, body, as: token, headers: headers)
      seen.insert(answer.status)
      check(answer, "\(method) \(target) \(token ?? "") \(body ?? "") \(answer.status)")
    }
    let fixed = ["/healthz", "/readyz", "/metrics", "/openapi.json", "/api/v1/catalogue", "/", "/api/v1/nothing"]
    let targets = fixed + site.runtime.registry.commands.map { "/api/v1" + $0.spec.path.replacing("{note}", with: "1") }
    for target in targets {
      for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"].map({ HTTPMethod($0) }) {
        for token in ["writer", "stranger", "nobody", nil] { try send(method, target, as: token) }
        try send(method, target, "{\"text\":1}")
        try send(method, target, "{\"text\":", as: "writer", [("If-Match", "*")])
        try send(method, target + "?nothing=%ff")
        try send(method, target, nil, as: "writer", [("If-None-Match", "*"), ("If-Match", "x")])
      }
    }
    try send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"leak"}"#)
    try send(.put, "/api/v1/notes/1", #"{"text":"a"}"#, as: "writer", [("If-Match", "\"rev-8\"")])
    try send(.put, "/api/v1/notes/1", #"{"text":"a"}"#)
    try send(.options, "*")
    try send(.get, "/" + String(repeating: "a", count: 9_000))
    #expect(seen.isSuperset(of: [200, 204, 304, 400, 401, 403, 404, 405, 412, 414, 428, 500]), "\(seen.sorted())")
    #expect(site.reported.count == 1)
  }

  @Test(arguments: ["TRACE", "BREW", "get", "PROPFIND"])
  func `TRACE and methods that nobody knows are not allowed`(name: String) throws {
    for target in ["/", "/healthz", "/api/v1/notes", "/api/v1/notes/1", "/api/v1/nothing", "/readyz"] {
      let answer = try site.send(HTTPMethod(name), target)
      expectProblem(answer, 405, "method.not-allowed")
      #expect(answer.header("allow")?.contains("GET") == true)
    }
  }

  @Test func `HEAD has the headers of GET`() throws {
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#)
    for target in ["/api/v1/notes/1", "/api/v1/notes?limit=1", "/healthz", "/openapi.json", "/api/v1/nothing"] {
      let get = try site.send(.get, target)
      let head = try site.send(.head, target)
      #expect(head.text.isEmpty && head.status == get.status)
      let varying: Set<String> = ["date", "x-request-id"]
      func lines(_ answer: Answer) -> [String] {
        answer.response.headers.filter { !varying.contains($0.name.lowercased()) }.map { "\($0.name): \($0.value)" }
      }
      #expect(lines(head) == lines(get))
    }
  }

  @Test func `of a change names its last entry`() throws {
    let made = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#)
    #expect(made.header("hamyar-entry") == "0")
    #expect(try site.send(.post, "/api/v1/notes/stamps/1").header("hamyar-entry") == "1")
  }
}
