import Feature
import HTTP
import Ledger
import Engine
import Secrets
import Store
import Values

/// The admin API on one event loop: small reads are answered here on the loop's own reader, writes go to the writer,
/// slow work to the worker pool. Nothing here knows a feature.
final class APIHandler: HTTPHandler {
  private let runtime: Runtime
  private let reader: ReadSession
  private let router: Router
  private let workers: WorkerPool
  private let jobs: JobRoutes
  private let pages: FixedPages
  private let watch: Watch
  private let report: @Sendable (String) -> Void
  private var requestIDs = RequestIDs()
  /// What a body may have that is sent to a path with this end, where that is not the standard.
  private let bodyLimits: [String: Int]

  init(
    _ runtime: Runtime, workers: WorkerPool, jobs: JobRoutes, pages: FixedPages, watch: Watch,
    report: @escaping @Sendable (String) -> Void
  ) throws {
    self.runtime = runtime
    self.jobs = jobs
    reader = try runtime.openReader()
    let commands = runtime.registry.commands + runtime.registry.ownCommands
    router = Router(commands, numbers: watch.meter)
    bodyLimits = Dictionary(
      commands.compactMap { command in
        command.spec.bodyLimit.flatMap { limit in command.spec.path.split(separator: "/").last.map { (String($0), limit) } }
      }, uniquingKeysWith: max)
    self.workers = workers
    self.pages = pages
    self.watch = watch
    self.report = report
  }

  func bodyLimit(method: HTTPMethod, path: String) -> Int? {
    if path.hasPrefix(JobRoutes.importPrefix) { return JobRoutes.largestSheet }
    return path.split(separator: "/").last.flatMap { bodyLimits[String($0)] }
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
      _ = try request.uniqueQuery()
      let principal = try runtime.identify(request.bearerToken(), reader: reader)
      let catalogue = try JSONEncoding.write(runtime.catalogue(for: principal)).body
      return reply.answer(Problem.json(200, catalogue, request: reply.id))
    }
    if segments[2] == "jobs" { return try routeJob(method, segments.dropFirst(3), request, &reply) }
    switch router.route(method, segments.dropFirst(2)) {
    case .nothing: try refuseAddress(request, reply)
    case .otherMethods(let allowed): reply.answer(Problem.notAllowed(allowed, method, reply.id))
    case .found(let match):
      reply.route = match.route
      let principal = try runtime.identify(request.bearerToken(), reader: reader)
      reply.principal = principal.id
      do {
        try run(match, principal, request, reply)
      } catch {
        throw runtime.advised(error, match.command, .null, principal, reader: reader)
      }
    }
  }

  private func routeJob(_ method: String, _ rest: ArraySlice<String>, _ request: HTTPRequest, _ reply: inout Reply) throws {
    let route = jobs.route(method, rest)
    if case .nothing = route { return try refuseAddress(request, reply) }
    if case .otherMethods(let allowed) = route { return reply.answer(Problem.notAllowed(allowed, method, reply.id)) }
    reply.route = watch.meter.number(of: route.name)
    let principal = try runtime.identify(request.bearerToken(), reader: reader)
    reply.principal = principal.id
    try jobs.answer(route, context(principal, request, reply), request, reader, settle: settle(reply))
  }

  private func context(_ principal: Principal, _ request: HTTPRequest, _ reply: Reply) -> CallContext {
    CallContext(
      principal: principal, origin: LedgerOrigin(channel: "http", host: request.peer, session: principal.session), request: reply.id)
  }

  private func settle(_ reply: Reply) -> @Sendable (Result<HTTPResponse, any Error>) -> Void {
    { [report] outcome in
      switch outcome {
      case .success(let response): reply.answer(response)
      case .failure(let error): reply.answer(Problem.answer(to: error, reply.id, report))
      }
    }
  }

  /// Addresses outside the API; figures about the store go to this machine only.
  private func answerPage(_ segments: [String], _ method: String, _ request: HTTPRequest, _ reply: inout Reply) throws {
    guard segments.count == 1, let name = segments.first else { return try refuseAddress(request, reply) }
    let isOurs = pages.page(name) != nil || request.isFromHere && ["readyz", "metrics"].contains(name)
    guard isOurs else { return try refuseAddress(request, reply) }
    reply.route = watch.meter.number(of: "page." + name)
    guard method == "GET" else { return reply.answer(Problem.notAllowed(["GET"], method, reply.id)) }
    _ = try request.uniqueQuery()
    if let page = pages.page(name) { return reply.answer(page.response(request, reply.id)) }
    guard name == "readyz" else {
      return reply.answer(MetricsPage.response(watch.meter, try runtime.gauges(reader), reply.id))
    }
    let isMigrated = try runtime.hasAllMigrations(reader)
    let nights = try runtime.nightStatus(reader)
    watch.readiness.pulse(of: runtime) { [reply, runtime] pulse in
      reply.answer(
        Readiness.response(pulse, nights, hasAllMigrations: isMigrated, freeBytes: runtime.freeBytes, reply.id))
    }
  }

  private func refuseAddress(_ request: HTTPRequest, _ reply: Reply) throws {
    if case .other(let method) = request.method { return reply.answer(Problem.notAllowed(["GET"], method, reply.id)) }
    throw Refusal.notFound(Texts("این نشانی", "This address"))
  }

  private func run(_ match: Router.Match, _ principal: Principal, _ request: HTTPRequest, _ reply: Reply) throws {
    let id = reply.id
    let command = match.command
    var context = context(principal, request, reply)
    try runtime.allow(command, context, reader: reader)
    var query = try request.uniqueQuery()
    let dryRun = command.kind == .action ? try request.takeDryRun(&query) : false
    let input = try InputReading(command: command).read(path: match.values, query: query, request: request)
    context.dryRun = dryRun
    context.idempotencyKey = try request.idempotencyKey()
    context.expected = try Conditions.expected(command, request)
    let ready = context
    if let work = jobs.preferredWork(command, input, request) {
      return try jobs.start(work, ready, preferred: true, settle: settle(reply))
    }
    let shows = principal.showsSecrets(runtime.registry)
    guard command.kind == .action else {
      let reading = QueryResponse(command: command, request: request, id: id, showsSecrets: shows)
      let work: @Sendable (ReadSession) throws -> HTTPResponse = { [runtime] reader in
        try runtime.answer(command, input, ready, reader: reader, naming: { try reading.response($0, $1) })
      }
      guard command.isSlow else { return reply.answer(try work(reader)) }
      return try workers.submit { [report] reader in
        do {
          reply.answer(try work(reader))
        } catch {
          reply.answer(Problem.answer(to: error, id, report))
        }
      }
    }
    // The writer has the next group to see to: what it found is put into words on the connection's thread.
    let settle: @Sendable (Result<ActionResult, any Error>) -> Void = { [report] result in
      reply.prepare {
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
    }
    if command.isSlow {
      try workers.submit { [runtime] reader in runtime.submit(command, input, ready, reader: reader, reply: settle) }
    } else {
      runtime.submit(command, input, ready, reader: reader, reply: settle)
    }
  }
}

extension HTTPRequest {
  /// Whether it comes from this machine.
  /// What a proxy passed on comes from elsewhere, whatever address the proxy has.
  fileprivate var isFromHere: Bool {
    (peer == "unix" || peer == "::1" || peer.hasPrefix("127.")) && header("x-forwarded-for") == nil && header("forwarded") == nil
  }
}
