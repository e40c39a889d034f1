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
  private let watch: Watch
  private let report: @Sendable (String) -> Void
  private var requestIDs = RequestIDs()

  init(
    _ runtime: Runtime, lane: Lane, pages: FixedPages, watch: Watch, report: @escaping @Sendable (String) -> Void
  ) throws {
    self.runtime = runtime
    reader = try runtime.openReader()
    router = Router(runtime.registry.commands, numbers: watch.meter)
    self.lane = lane
    self.pages = pages
    self.watch = watch
    self.report = report
  }

  func bodyLimit(method: HTTPMethod, path: String) -> Int? {
    path.hasSuffix("/documents") ? 24 << 20 : nil
  }

  func beginBatch() { reader.beginBatch() }
  func endBatch() { reader.endBatch() }

  func handle(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    var reply = Reply(exchange, request, id: requestIDs.next(), watch: watch)
    do {
      try route(request, &reply)
    } catch {
      reply.answer(Problem.answer(to: error, reply.id, report))
    }
  }

  private func route(_ request: HTTPRequest, _ reply: inout Reply) throws {
    if request.path == "*" { return reply.answer(Problem.everything(reply.id)) }
    guard let segments = request.segments else {
      throw Refusal.input("", "path.encoding", Texts("مسیر خوانا نیست.", "The path cannot be decoded."))
    }
    let method = request.isHead ? "GET" : request.method.description
    guard segments.count > 2, segments.prefix(2) == ["api", "v1"] else {
      return try answerPage(segments, method, request, &reply)
    }
    if segments.count == 3, segments[2] == "catalogue" {
      reply.route = watch.meter.number(of: "api.catalogue")
      guard method == "GET" else { return reply.answer(Problem.notAllowed(["GET"], method, reply.id)) }
      let actor = try runtime.identify(token(request), reader: reader)
      let catalogue = try JSONEncoding.write(runtime.catalogue(for: actor)).body
      return reply.answer(Problem.json(200, catalogue, request: reply.id))
    }
    switch router.route(method, segments.dropFirst(2)) {
    case .nothing: try refuseAddress(request, reply)
    case .otherMethods(let allowed): reply.answer(Problem.notAllowed(allowed, method, reply.id))
    case .found(let match):
      reply.route = match.route
      let actor = try runtime.identify(token(request), reader: reader)
      reply.actor = actor.id
      try run(match, actor, request, reply)
    }
  }

  /// Addresses outside the API; figures about the store go to this machine only.
  private func answerPage(_ segments: [String], _ method: String, _ request: HTTPRequest, _ reply: inout Reply) throws {
    guard segments.count == 1, let name = segments.first else { return try refuseAddress(request, reply) }
    let isOurs = pages.page(name) != nil || request.isFromHere && ["readyz", "metrics"].contains(name)
    guard isOurs else { return try refuseAddress(request, reply) }
    reply.route = watch.meter.number(of: "page." + name)
    guard method == "GET" else { return reply.answer(Problem.notAllowed(["GET"], method, reply.id)) }
    if let page = pages.page(name) { return reply.answer(page.response(request, reply.id)) }
    guard name == "readyz" else {
      return reply.answer(MetricsPage.response(watch.meter, try runtime.gauges(reader), reply.id))
    }
    let isMigrated = try runtime.hasAllMigrations(reader)
    watch.readiness.pulse(of: runtime) { [reply, runtime] pulse in
      reply.answer(
        Readiness.response(pulse, hasAllMigrations: isMigrated, freeBytes: runtime.freeBytes, reply.id))
    }
  }

  private func refuseAddress(_ request: HTTPRequest, _ reply: Reply) throws {
    if case .other(let method) = request.method { return reply.answer(Problem.notAllowed(["GET"], method, reply.id)) }
    throw Refusal.notFound(Texts("این نشانی", "This address"))
  }

  private func run(_ match: Router.Match, _ actor: Actor, _ request: HTTPRequest, _ reply: Reply) throws {
    let id = reply.id
    let command = match.command
    var context = CallContext(
      actor: actor, origin: LedgerOrigin(channel: "http", host: request.peer, session: actor.session), request: id)
    try runtime.allow(command, context)
    var query = try uniqueQuery(request)
    let dryRun = try takeDryRun(command, &query)
    let input = try InputReading(command: command).read(path: match.values, query: query, request: request)
    context.dryRun = dryRun
    context.idempotencyKey = try idempotencyKey(request)
    context.expected = try Conditions.expected(command, request)
    let ready = context
    let shows = actor.showsSecrets(runtime.registry)
    guard command.kind == .action else {
      let reading = Reading(command: command, request: request, id: id, showsSecrets: shows)
      let work: @Sendable (ReadSession) throws -> HTTPResponse = { [runtime] reader in
        try runtime.answer(command, input, ready, reader: reader) { try reading.response($0) }
      }
      guard command.isSlow else { return reply.answer(try work(reader)) }
      return try lane.submit { [report] reader in
        do {
          reply.answer(try work(reader))
        } catch {
          reply.answer(Problem.answer(to: error, id, report))
        }
      }
    }
    let settle: @Sendable (Result<ActionAnswer, any Error>) -> Void = { [report] result in
      switch result {
      case .success(let answer):
        let status = dryRun ? 200 : command.spec.method == .post ? 201 : 200
        var response = Problem.json(status, answer.shown(dryRun: dryRun), request: id, showsSecrets: shows)
        if let entry = answer.entry { response.headers.append(("Hamyar-Entry", String(entry))) }
        if answer.isRepeated { response.headers.append(("Idempotent-Replayed", "true")) }
        if !dryRun, let revision = answer.value["rev"]?.integer {
          response.headers.append(("ETag", EntityTag.of(revision, command, body: response.body)))
        }
        reply.answer(response)
      case .failure(let error): reply.answer(Problem.answer(to: error, id, report))
      }
    }
    if command.isSlow {
      try lane.submit { [runtime] reader in runtime.submit(command, input, ready, reader: reader, reply: settle) }
    } else {
      runtime.submit(command, input, ready, reader: reader, reply: settle)
    }
  }

  // MARK: Parts of a request

  private func token(_ request: HTTPRequest) throws -> String? {
    guard var header = request.header("authorization") else { return nil }
    let token = header.withUTF8 { octets -> String? in
      let scheme = octets.prefix { $0 != UInt8(ascii: " ") }
      let rest = octets.dropFirst(scheme.count).drop { $0 == UInt8(ascii: " ") }
      guard scheme.elementsEqual("bearer".utf8, by: { $0 | 0x20 == $1 }), (1...256).contains(rest.count),
        !rest.contains(UInt8(ascii: " "))
      else { return nil }
      return String(decoding: rest, as: UTF8.self)
    }
    guard let token else {
      throw Refusal(
        .unauthenticated, "session.header", Texts("سرآیند Authorization باید Bearer باشد.", "The Authorization header must be Bearer."))
    }
    return token
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
}

extension HTTPRequest {
  /// Whether it comes from this machine.
  fileprivate var isFromHere: Bool { peer == "unix" || peer == "::1" || peer.hasPrefix("127.") }
}
