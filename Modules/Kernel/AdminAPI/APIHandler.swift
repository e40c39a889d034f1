import HTTP
import Ledger
import Registry
import Secrets
import Store
import Values

/// The admin API on one event loop: small reads are answered here on the loop's own reader, writes go to the writer,
/// slow work to the lane. Nothing here knows a feature.
final class APIHandler: HTTPHandler {
  private let runtime: Runtime
  private let reader: ReadSession
  private let router: Router
  private let lane: Lane
  private let pages: FixedPages
  private let report: @Sendable (String) -> Void

  init(_ runtime: Runtime, lane: Lane, pages: FixedPages, report: @escaping @Sendable (String) -> Void) throws {
    self.runtime = runtime
    reader = try runtime.openReader()
    router = Router(runtime.registry.commands)
    self.lane = lane
    self.pages = pages
    self.report = report
  }

  func bodyLimit(method: HTTPMethod, path: String) -> Int? {
    path.hasSuffix("/documents") ? 24 << 20 : nil
  }

  func beginBatch() { reader.beginBatch() }
  func endBatch() { reader.endBatch() }

  func handle(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    let id = Hex.encode(Random.bytes(8))
    do {
      try route(request, exchange, id)
    } catch {
      exchange.answer(answer(to: error, id))
    }
  }

  private func route(_ request: HTTPRequest, _ exchange: HTTPExchange, _ id: String) throws {
    guard let segments = request.segments else {
      throw Refusal.input("", "path.encoding", Texts("مسیر خوانا نیست.", "The path cannot be decoded."))
    }
    let method = request.isHead ? "GET" : request.method.description
    if let page = pages.page(segments) {
      return exchange.answer(method == "GET" ? page.response(id) : notAllowed(["GET"], method, id))
    }
    guard segments.prefix(2) == ["api", "v1"] else { throw Refusal.notFound(Texts("این نشانی", "This address")) }
    if segments.count == 3, segments[2] == "catalogue" {
      guard method == "GET" else { return exchange.answer(notAllowed(["GET"], method, id)) }
      let actor = try runtime.identify(token(request), reader: reader)
      let catalogue = try ValueEncoder.encode(runtime.registry.catalogue(for: actor))
      return exchange.answer(Problem.json(200, catalogue, request: id))
    }
    switch router.route(method, segments.dropFirst(2)) {
    case .nothing: throw Refusal.notFound(Texts("این نشانی", "This address"))
    case .otherMethods(let allowed): exchange.answer(notAllowed(allowed, method, id))
    case .found(let match): try run(match, request, exchange, id)
    }
  }

  private func run(_ match: Router.Match, _ request: HTTPRequest, _ exchange: HTTPExchange, _ id: String) throws {
    let actor = try runtime.identify(token(request), reader: reader)
    let command = match.command
    var context = CallContext(
      actor: actor, origin: LedgerOrigin(channel: "http", host: request.peer, session: actor.session), request: id)
    try runtime.allow(command, context)
    var query = try uniqueQuery(request)
    let dryRun = try takeDryRun(command, &query)
    let input = try InputReading(command: command).read(path: match.values, query: query, request: request)
    context.dryRun = dryRun
    context.idempotencyKey = try idempotencyKey(request)
    let ready = context
    let shows = actor.showsSecrets(runtime.registry)
    guard command.kind == .action else {
      let work: @Sendable (ReadSession) throws -> HTTPResponse = { [runtime] reader in
        Problem.json(200, try runtime.answer(command, input, ready, reader: reader), request: id, showsSecrets: shows)
      }
      guard command.isSlow else { return exchange.answer(try work(reader)) }
      return try lane.submit { [report] reader in
        do {
          exchange.answer(try work(reader))
        } catch {
          exchange.answer(APIHandler.answer(to: error, id, report))
        }
      }
    }
    let reply: @Sendable (Result<ActionAnswer, any Error>) -> Void = { [report] result in
      switch result {
      case .success(let answer):
        var response = Problem.json(
          dryRun ? 200 : command.spec.method == .post ? 201 : 200, answer.shown(dryRun: dryRun), request: id,
          showsSecrets: shows)
        if let entry = answer.entry { response.headers.append(("Hamyar-Entry", String(entry))) }
        if answer.isRepeated { response.headers.append(("Idempotent-Replayed", "true")) }
        exchange.answer(response)
      case .failure(let error): exchange.answer(APIHandler.answer(to: error, id, report))
      }
    }
    if command.isSlow {
      try lane.submit { [runtime] reader in runtime.submit(command, input, ready, reader: reader, reply: reply) }
    } else {
      runtime.submit(command, input, ready, reader: reader, reply: reply)
    }
  }

  // MARK: Parts of a request

  private func token(_ request: HTTPRequest) throws -> String? {
    guard let header = request.header("authorization") else { return nil }
    let parts = header.split(separator: " ")
    guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 256 else {
      throw Refusal(
        .unauthenticated, "session.header", Texts("سرآیند Authorization باید Bearer باشد.", "The Authorization header must be Bearer."))
    }
    return String(parts[1])
  }

  private func uniqueQuery(_ request: HTTPRequest) throws -> [(String, String)] {
    do {
      return try request.query()
    } catch HTTPDecodingError.duplicateKey(let name) {
      throw Refusal.input("/\(name)", "query.duplicate", Texts("این گزینه دو بار آمده است.", "This option stands twice."))
    } catch {
      throw Refusal.input("", "query.encoding", Texts("پرس‌وجوی نشانی خوانا نیست.", "The query string cannot be decoded."))
    }
  }

  private func takeDryRun(_ command: Command, _ query: inout [(String, String)]) throws -> Bool {
    guard command.kind == .action, let index = query.firstIndex(where: { $0.0 == "dryRun" }) else { return false }
    guard ["true", "false"].contains(query[index].1) else {
      throw Refusal.input("/dryRun", "field.kind", Texts("true یا false", "Must be true or false."))
    }
    return query.remove(at: index).1 == "true"
  }

  private func idempotencyKey(_ request: HTTPRequest) throws -> String? {
    guard let key = request.header("idempotency-key") else { return nil }
    guard (1...200).contains(key.utf8.count) else {
      throw Refusal.input("", "idempotency.key", Texts("طول Idempotency-Key باید ۱ تا ۲۰۰ باشد.", "An Idempotency-Key has 1 to 200 bytes."))
    }
    return key
  }

  // MARK: Answers

  private func notAllowed(_ methods: [String], _ method: String, _ id: String) -> HTTPResponse {
    let allow = (methods.contains("GET") ? methods + ["HEAD"] : methods) + ["OPTIONS"]
    let header = ("Allow", allow.joined(separator: ", "))
    if method == "OPTIONS" { return HTTPResponse(status: 204, headers: [header]) }
    var response = Problem.json(
      405,
      .record([
        "type": "about:blank", "status": 405, "code": "method.not-allowed", "title": "This address takes other methods.",
        "titleFa": "این نشانی روش دیگری می‌پذیرد.", "requestId": .text(id),
      ]), type: "application/problem+json; charset=utf-8", request: id)
    response.headers.append(header)
    return response
  }

  private func answer(to error: any Error, _ id: String) -> HTTPResponse { APIHandler.answer(to: error, id, report) }

  /// Anything that is no refusal is our fault: logged with the request id, told without details.
  private static func answer(
    to error: any Error, _ id: String, _ report: @Sendable (String) -> Void
  ) -> HTTPResponse {
    switch error {
    case let refusal as Refusal: return Problem.response(refusal, request: id)
    case let fault as FieldFault: return Problem.response(.input([fault]), request: id)
    case CallFault.commit(let fault, let unknown):
      report("request \(id): \(fault)\(unknown ? " at COMMIT, outcome unknown" : "")")
      let texts =
        unknown
        ? Texts(
          "نتیجه نامعلوم است؛ با همان Idempotency-Key دوباره بفرستید.", "The outcome is unknown; repeat with the same Idempotency-Key.")
        : Texts("نوشتن نشد؛ چیزی ذخیره نشد. دوباره بفرستید.", "The write failed and nothing was kept; send it again.")
      let refusal = Refusal(.unavailable, unknown ? "commit.unknown" : "commit.failed", texts, retryAfter: 1)
      return Problem.response(refusal, request: id)
    default:
      report("request \(id): \(error)")
      let body = Value.record([
        "type": "about:blank", "status": 500, "code": "internal", "title": "Something failed here; nothing was kept.",
        "titleFa": "خطای داخلی؛ چیزی ذخیره نشد.", "requestId": .text(id),
      ])
      return Problem.json(500, body, type: "application/problem+json; charset=utf-8", request: id)
    }
  }
}
