import Feature
import HTTP
import Jalali
import Engine
import Values

/// Long work over HTTP: `202 Accepted`, a job to look at, its result when it has one.
///
/// `Prefer: respond-async` (RFC 7240) turns an action or the export of a list into a job; imports, nights and the
/// verification of the ledger are jobs always.
struct JobRoutes: Sendable {
  /// The largest CSV sheet, in octets.
  static let largestSheet = 16 << 20
  static let importPrefix = "/api/v1/jobs/imports/"

  let runtime: Runtime
  let board: JobBoard
  /// Where sheets are read: a large one takes longer than anybody else's request may wait.
  let workers: WorkerPool

  /// One request to `/api/v1/jobs…`, taken apart.
  enum Route {
    case list, show(Int64), result(Int64), cancel(Int64), sheet(Command), night, verify
    case otherMethods([String])
    case nothing

    /// As metrics and the OpenAPI document call it.
    var name: String {
      switch self {
      case .list: "jobs.list"
      case .show: "jobs.show"
      case .result: "jobs.result"
      case .cancel: "jobs.cancel"
      case .sheet: "jobs.import"
      case .night: "jobs.night"
      case .verify: "jobs.verify"
      case .otherMethods, .nothing: "none"
      }
    }
  }

  static let names = ["jobs.list", "jobs.show", "jobs.result", "jobs.cancel", "jobs.import", "jobs.night", "jobs.verify"]

  /// - Parameter rest: the path behind `/api/v1/jobs`.
  func route(_ method: String, _ rest: ArraySlice<String>) -> Route {
    let words = Array(rest)
    switch (words.count, words.first ?? "") {
    case (0, _): return method == "GET" ? .list : .otherMethods(["GET"])
    case (1, "nights"): return method == "POST" ? .night : .otherMethods(["POST"])
    case (1, "verifications"): return method == "POST" ? .verify : .otherMethods(["POST"])
    case (2, "imports"):
      guard let command = runtime.registry.command(words[1]), command.kind == .action else { return .nothing }
      return method == "POST" ? .sheet(command) : .otherMethods(["POST"])
    case (1, let text):
      guard let id = TypedText.wholeNumber(text) else { return .nothing }
      return method == "GET" ? .show(id) : method == "DELETE" ? .cancel(id) : .otherMethods(["DELETE", "GET"])
    case (2, let text) where words[1] == "result":
      guard let id = TypedText.wholeNumber(text) else { return .nothing }
      return method == "GET" ? .result(id) : .otherMethods(["GET"])
    default: return .nothing
    }
  }

  /// - Parameter settle: takes the answer, at once or once the job is written down.
  func answer(
    _ route: Route, _ context: CallContext, _ request: HTTPRequest, _ reader: ReadSession,
    settle: @escaping @Sendable (Result<HTTPResponse, any Error>) -> Void
  ) throws {
    let principal = context.principal
    guard principal.staff != nil else {
      throw Refusal(.unauthenticated, "session.required", Texts("نخست وارد شوید.", "Sign in first."))
    }
    if let duty = principal.duty, duty.bar == .everything { throw duty.refusal }
    let id = context.request
    switch route {
    case .list:
      try refuseOptions(request)
      let jobs = try board.jobs(of: principal, reader: reader).map { try ValueEncoder.encode($0) }
      settle(.success(Problem.json(200, .record(["items": .list(jobs), "next": .null]), request: id)))
    case .show(let number):
      try refuseOptions(request)
      settle(.success(try shown(board.job(number, of: principal, reader: reader), 200, id)))
    case .cancel(let number):
      try refuseOptions(request)
      settle(.success(try shown(board.cancel(number, of: principal, reader: reader), 200, id)))
    case .result(let number):
      try refuseOptions(request)
      let result = try board.result(number, context, reader: reader)
      var response = Problem.answer(200, type: result.type, request: id, body: result.body)
      response.headers.append(("Content-Disposition", "attachment; filename=\"job-\(number)\(JobRoutes.suffix(result.type))\""))
      settle(.success(response))
    case .night:
      try JobWork.night(upTo: runtime.clock.day).check(runtime, context)
      let input = try body(request, NightOrder.fields)
      let order = try ValueDecoder.decode(NightOrder.self, from: input)
      let work = JobWork.night(upTo: order.upTo ?? runtime.clock.day)
      try work.check(runtime, context)
      try start(work, context, settle: settle)
    case .verify:
      try JobWork.verify.check(runtime, context)
      _ = try body(request, [])
      try start(.verify, context, settle: settle)
    case .sheet(let command): try startImport(command, context, request, settle: settle)
    case .otherMethods, .nothing: throw Refusal.notFound(Texts("این نشانی", "This address"))
    }
  }

  /// Writes the job down and answers 202.
  func start(
    _ work: JobWork, _ context: CallContext, preferred: Bool = false,
    settle: @escaping @Sendable (Result<HTTPResponse, any Error>) -> Void
  ) throws {
    try board.start(work, context) { outcome in
      settle(
        Result {
          var response = try shown(outcome.get(), 202, context.request)
          if preferred { response.headers.append(("Preference-Applied", "respond-async")) }
          return response
        })
    }
  }

  /// The job that a client would rather have than wait; nil where an answer is given at once all the same. An answer that
  /// carries a secret shown once is never written down.
  func preferredWork(_ command: Command, _ input: Value, _ request: HTTPRequest) -> JobWork? {
    guard request.prefersJob else { return nil }
    switch command.kind {
    case .action: return !command.spec.handlesSecret ? .action(command, input) : nil
    case .list:
      return .export(command, input: input, isCSV: request.header("accept")?.contains("text/csv") ?? false)
    case .query: return nil
    }
  }

  private func startImport(
    _ command: Command, _ context: CallContext, _ request: HTTPRequest,
    settle: @escaping @Sendable (Result<HTTPResponse, any Error>) -> Void
  ) throws {
    try runtime.allow(command, context)
    guard !command.isSlow else {
      throw Refusal(.rule, "import.one-by-one", Texts("این فرمان دسته‌ای نمی‌شود.", "This action cannot be imported in bulk."))
    }
    var query = try request.uniqueQuery()
    let dryRun = try request.takeDryRun(&query)
    let input = try Field.conform(
      .object(query.map { Value.Member($0.0, .text($0.1)) }), to: ImportOrder.fields, mode: .typed)
    let order = try ValueDecoder.decode(ImportOrder.self, from: input)
    guard request.isBody(of: "text/csv") else { throw UnsupportedBodyFault(wanted: "text/csv") }
    let options = try order.options()
    var context = context
    context.dryRun = dryRun
    let (ready, body) = (context, request.body)
    try workers.submit { reader in
      do {
        // What cannot be read at all is told at once, not by a job.
        let sheet = try Sheet(Array(body), encoding: options.encoding)
        var options = options
        options.remembered = try runtime.rememberedColumns(command, ready.principal, reader: reader)
        try start(.sheet(try SheetImport(command: command, sheet: sheet, options: options)), ready, settle: settle)
      } catch {
        settle(.failure(error))
      }
    }
  }

  private func body(_ request: HTTPRequest, _ fields: [Field]) throws -> Value {
    try refuseOptions(request, allowsBody: true)
    return try Field.conform(try InputReading.body(request), to: fields, mode: .strict)
  }

  private func refuseOptions(_ request: HTTPRequest, allowsBody: Bool = false) throws {
    let query = try request.uniqueQuery()
    guard query.isEmpty else {
      throw Refusal.input(
        query.map { FieldFault("/\($0.0)", "query.unknown", Texts("این گزینه شناخته نیست.", "This option is not known.")) })
    }
    guard allowsBody || request.body.isEmpty else {
      throw Refusal.input("", "body.unexpected", Texts("این درخواست بدنه ندارد.", "This request takes no body."))
    }
  }

  private func shown(_ job: Job, _ status: Int, _ id: String) throws -> HTTPResponse {
    var response = Problem.json(status, try ValueEncoder.encode(job), request: id)
    if status == 202 { response.headers.append(("Location", "/api/v1/jobs/\(job.id)")) }
    if job.state.isOpen { response.headers.append(("Retry-After", "1")) }
    return response
  }

  private static func suffix(_ type: String) -> String {
    type.hasPrefix("text/csv") ? ".csv" : type.hasPrefix("application/x-ndjson") ? ".jsonl" : ".json"
  }
}

/// The options of an import, in its query.
struct ImportOrder: Codable {
  var dryRun: Bool?
  var skipRefused: Bool?
  var encoding: SheetEncoding?
  var ignore: [String]?
  var map: [String]?
  var set: [String]?
  var again: Bool?

  static let fields = Field.named(
    (try? Schema.fields(of: ImportOrder.self)) ?? [],
    by: [
      "dryRun": ("اجرای آزمایشی: چیزی نگه داشته نمی‌شود", "try all rows and keep nothing"),
      "skipRefused": ("سطرهای پذیرفته بمانند", "keep the good rows although others were refused"),
      "encoding": (
        "رمزگذاری برگه؛ پیش‌فرض UTF-8 یا آنچه نشان آغاز برگه می‌گوید",
        "the sheet's encoding; UTF-8, or what the mark at its beginning says, when left out"
      ),
      "ignore": ("عنوان ستون‌هایی که خوانده نمی‌شوند", "titles of columns that are left out"),
      "map": ("عنوان=فیلد برای ستون‌هایی که نام دیگری دارند", "TITLE=FIELD for columns that are called otherwise"),
      "set": ("فیلد=مقدار برای آنچه در همهٔ سطرها یکی است", "FIELD=VALUE for what is the same in every row"),
      "again": ("همین فایل دوباره وارد شود", "import the file although it was imported before"),
    ])

  func options() throws -> SheetOptions {
    SheetOptions(
      encoding: encoding, ignored: ignore ?? [],
      mapped: try (map ?? []).map(SheetOptions.mapping), given: try (set ?? []).map(SheetOptions.giving),
      skipsRefused: skipRefused ?? false,
      isAgain: again ?? false)
  }
}

/// The body of a night.
struct NightOrder: Codable {
  var upTo: JalaliDay?

  static let fields = Field.named(
    (try? Schema.fields(of: NightOrder.self)) ?? [], by: ["upTo": ("تا روز؛ پیش‌فرض امروز", "up to this day; today when left out")])
}
