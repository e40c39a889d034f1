import Glibc
import HTTP
public import Engine
import Secrets
public import Values

/// The console against a server: it knows nothing but the catalogue that the server sends.
public final class RemoteClient: CatalogueClient {
  private let client: HTTPClient
  private let address: String
  private var token: String?
  private var user: String?
  private var province: String?
  private var environment: StoreEnvironment?

  public init(host: String, port: Int, token: String? = nil) {
    client = HTTPClient(host: host, port: port, timeout: 120)
    address = "\(host):\(port)"
    self.token = token
  }

  public var context: ClientContext { ClientContext(host: address, user: user, province: province, environment: environment) }

  /// - Throws: as `run`.
  public func catalogue() throws -> Catalogue {
    if token != nil, user == nil { try learnWhoIAm() }
    let catalogue = try ValueDecoder.decode(Catalogue.self, from: try send("GET", "/api/v1/catalogue").value)
    environment = catalogue.environment.flatMap { StoreEnvironment(rawValue: $0) }
    return catalogue
  }

  /// - Throws: `Refusal` for a no that came over the wire or a member of the path that is missing; any other error is a fault
  ///   of the connection.
  public func run(_ command: CommandEntry, input: Value, options: CallOptions) throws -> ClientResponse {
    guard command.kind == "action" else { return try send(command.method, target(of: command, input)) }
    var (target, rest) = try path(of: command, input)
    if options.dryRun { target += "?dryRun=true" }
    let body = JSONWriter.write(.object(rest), showsSecrets: true)
    let key = options.idempotencyKey ?? Hex.encode(Random.bytes(12))
    var headers = [("Idempotency-Key", key)]
    // Whoever types a change at the console means the row as it is now.
    if ["PUT", "PATCH", "DELETE"].contains(command.method), command.namesRow { headers.append(("If-Match", "*")) }
    return try send(command.method, target, body: body, headers: headers)
  }

  /// The address of a question, with what is asked.
  private func target(of command: CommandEntry, _ input: Value) throws -> String {
    let (path, rest) = try path(of: command, input)
    let query = rest.filter { $0.value != .null }.map { "\($0.name)=\(PercentEncoding.encode(RemoteClient.plain($0.value)))" }
    return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
  }

  /// The address of a command, and what of its input is not in it.
  private func path(of command: CommandEntry, _ input: Value) throws -> (String, [Value.Member]) {
    var rest = input.members
    var path = ""
    for part in command.path.split(separator: "/") {
      guard part.hasPrefix("{") else {
        path += "/\(part)"
        continue
      }
      let name = String(part.dropFirst().dropLast())
      guard let index = rest.firstIndex(where: { $0.name == name }) else {
        throw Refusal.input("/\(name)", "field.required", Texts("این مورد لازم است.", "This field is required."))
      }
      path += "/" + PercentEncoding.encode(RemoteClient.plain(rest.remove(at: index).value))
    }
    return ("/api/v1" + path, rest)
  }

  /// - Throws: `Refusal` for a wrong password, an account that is not in use, or too many attempts.
  public func login(user: String, password: String) throws {
    token = nil
    let body = JSONWriter.write(.record(["user": .text(user), "password": .text(password)]))
    token = try send("POST", "/api/v1/session", body: body).value["token"]?.string
    try learnWhoIAm()
    self.user = user
  }

  /// - Throws: as `run`.
  public func logout() throws {
    _ = try send("DELETE", "/api/v1/session")
    token = nil
    user = nil
    province = nil
  }

  /// - Throws: as `run`.
  public func jobs() throws -> [Value] { try send("GET", "/api/v1/jobs").value["items"]?.items ?? [] }
  /// - Throws: as `run`; `Refusal.notFound` also for somebody else's job.
  public func job(_ id: Int64) throws -> Value { try send("GET", "/api/v1/jobs/\(id)").value }
  /// - Throws: as `run`; `Refusal` of kind `conflict` for one that has ended.
  public func cancelJob(_ id: Int64) throws -> Value { try send("DELETE", "/api/v1/jobs/\(id)").value }

  /// The server reads the sheet and makes a job of it, which is followed here to its end.
  ///
  /// - Throws: as `run`; `Refusal` for a sheet that cannot be read, and for a job that was stopped before it kept anything.
  public func importSheet(
    _ action: String, _ octets: [UInt8], _ options: SheetOptions, isTrial: Bool, pace: @escaping BatchPace
  ) throws -> Value {
    var query: [(String, String)] = []
    if isTrial { query.append(("dryRun", "true")) }
    if options.skipsRefused { query.append(("skipRefused", "true")) }
    if options.isAgain { query.append(("again", "true")) }
    if let encoding = options.encoding { query.append(("encoding", encoding.rawValue)) }
    if !options.ignored.isEmpty { query.append(("ignore", JSONWriter.text(.list(options.ignored.map(Value.text))))) }
    let mapped = options.mapped.map { Value.text("\($0.title)=\($0.field)") }
    if !mapped.isEmpty { query.append(("map", JSONWriter.text(.list(mapped)))) }
    let given = options.given.map { Value.text("\($0.field)=\($0.value)") }
    if !given.isEmpty { query.append(("set", JSONWriter.text(.list(given)))) }
    let pairs = query.map { "\($0.0)=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
    let target = "/api/v1/jobs/imports/\(PercentEncoding.encode(action))" + (pairs.isEmpty ? "" : "?" + pairs)
    var job = try send("POST", target, body: octets, type: "text/csv").value
    job = try follow(job, pace)
    guard let result = job["result"]?.string else { throw RemoteClient.refusal(of: job) }
    return try send("GET", result).value
  }

  /// The server makes a job of it, whose result comes as a whole: at most 32 MiB.
  ///
  /// - Throws: as `run`, and what `take` throws.
  public func exportList(
    _ list: CommandEntry, _ filters: Value, isCSV: Bool, take: (_ text: borrowing JSONBuffer, _ begins: [Int]) throws -> Void
  ) throws {
    let accept = isCSV ? "text/csv" : "application/x-ndjson"
    let started = try send("GET", target(of: list, filters), headers: [("Prefer", "respond-async"), ("Accept", accept)])
    let job = try follow(started.value) { _ in true }
    guard let result = job["result"]?.string else { throw RemoteClient.refusal(of: job) }
    let response = try exchange("GET", result)
    guard response.status == 200 else { throw RemoteClient.refusal(response, (try? JSONReader.read(response.body)) ?? .null) }
    var text = JSONBuffer(capacity: response.body.count)
    text.put(response.body)
    try take(text, RemoteClient.begins(of: response.body, isCSV: isCSV))
  }

  /// Where rows begin; the titles of a sheet are none.
  private static func begins(of text: [UInt8], isCSV: Bool) -> [Int] {
    var begins: [Int] = []
    var isQuoted = false
    for (place, octet) in text.enumerated() {
      if isCSV, octet == UInt8(ascii: "\"") { isQuoted.toggle() }
      if octet == UInt8(ascii: "\n"), !isQuoted { begins.append(place + 1) }
    }
    if !isCSV { begins.insert(0, at: 0) }
    return begins.filter { $0 < text.count }
  }

  /// Waits for a job's end.
  ///
  /// - Parameter pace: told how far it is; false asks it to stop.
  private func follow(_ started: Value, _ pace: (Int) -> Bool) throws -> Value {
    var job = started
    guard let id = job["id"]?.integer else { throw RemoteClient.refusal(.malformedResponse, address, changes: true) }
    var isStopped = false
    while ["waiting", "running"].contains(job["state"]?.string ?? "") {
      usleep(200_000)
      if !isStopped, !pace(Int(clamping: job["done"]?.integer ?? 0)) {
        isStopped = true
        // It may have ended meanwhile.
        job = (try? cancelJob(id)) ?? job
      }
      job = try self.job(id)
    }
    return job
  }

  /// Why a job came to nothing, as far as it remembers.
  private static func refusal(of job: Value) -> Refusal {
    let told = job["refusal"]
    var refusal = Refusal(
      .conflict, told?["code"]?.string ?? "job.\(job["state"]?.string ?? "lost")",
      Texts(told?["fa"]?.string ?? "این کار به پایان نرسید.", told?["en"]?.string ?? "The job did not come to its end."))
    // Both languages stand on one line there.
    refusal.next = (told?["next"]?.items ?? []).compactMap(\.string).map { line in
      let parts = line.split(separator: " · ", maxSplits: 1).map(String.init)
      return NextStep(Texts(parts.last ?? line, parts.first ?? line))
    }
    return refusal
  }

  private func learnWhoIAm() throws {
    let me = try send("GET", "/api/v1/session").value
    user = me["fullName"]?.string
    province = me["province"]?.string
  }

  private func send(
    _ method: String, _ target: String, body: [UInt8] = [], type: String = "application/json", headers: [(String, String)] = []
  ) throws -> ClientResponse {
    let response = try exchange(method, target, body: body, type: type, headers: headers)
    let value = response.body.isEmpty ? .null : try JSONReader.read(response.body, maximumElements: JSONReader.maximumElementsOfAnswer)
    guard (200..<300).contains(response.status) else { throw RemoteClient.refusal(response, value) }
    return ClientResponse(value: value, entry: response.header("hamyar-entry").flatMap { Int64($0) })
  }

  private func exchange(
    _ method: String, _ target: String, body: [UInt8] = [], type: String = "application/json", headers: [(String, String)] = []
  ) throws -> HTTPClient.Response {
    var headers = headers
    if let token { headers.append(("Authorization", "Bearer \(token)")) }
    if !body.isEmpty { headers.append(("Content-Type", type)) }
    do {
      return try client.send(method: HTTPMethod(method), target: target, headers: headers, body: body)
    } catch {
      throw RemoteClient.refusal(error, address, changes: method != "GET")
    }
  }

  /// No answer came; whether a request had its effect is said as far as it is known.
  static func refusal(_ failure: HTTPClient.Fault, _ address: String, changes: Bool) -> Refusal {
    let texts =
      switch failure {
      case .unreachable: Texts("کارگزار \(address) در دسترس نیست.", "The server at \(address) cannot be reached.")
      case .timeout: Texts("کارگزار \(address) به‌موقع پاسخ نداد.", "The server at \(address) did not answer in time.")
      case .connectionLost: Texts("ارتباط با \(address) قطع شد.", "The connection to \(address) was lost.")
      case .malformedResponse: Texts("پاسخ \(address) خوانا نیست.", "What \(address) answered cannot be read.")
      case .unsafeRequest: Texts("این درخواست را نمی‌توان فرستاد.", "This request cannot be sent.")
      }
    guard changes, failure == .timeout || failure == .connectionLost else {
      return Refusal(.unavailable, "console.unreachable", texts)
    }
    return Refusal(
      .unavailable, "console.unreachable",
      Texts(
        texts.fa + " شاید کار انجام شده باشد؛ پیش از تکرار ببینید.",
        texts.en + " It may have been done; look before you repeat it."))
  }

  /// A problem that came over the wire, as the refusal it was.
  static func refusal(_ response: HTTPClient.Response, _ problem: Value) -> Refusal {
    let status = response.status
    let kind: Refusal.Kind =
      switch status {
      case 401: .unauthenticated
      case 403: .forbidden
      case 404: .notFound
      case 409: .conflict
      case 412: .preconditionFailed
      case 413: .tooLarge
      case 422: .rule
      case 428: .preconditionRequired
      case 429: .tooMany
      case 500...: .unavailable
      default: .malformed
      }
    let faults = (problem["errors"]?.items ?? []).map {
      FieldFault(
        $0["pointer"]?.string ?? "", $0["code"]?.string ?? "",
        Texts($0["messageFa"]?.string ?? "", $0["messageEn"]?.string ?? ""))
    }
    var refusal = Refusal(
      kind, problem["code"]?.string ?? "http.\(status)",
      Texts(problem["titleFa"]?.string ?? "خطا", problem["title"]?.string ?? "HTTP \(status)"), faults: faults,
      rule: problem["rule"], retryAfter: response.header("retry-after").flatMap { Int($0) })
    refusal.entry = response.header("hamyar-entry").flatMap { Int64($0) }
    refusal.next = (problem["next"]?.items ?? []).compactMap(NextStep.init)
    return refusal
  }

  private static func plain(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .int(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    default: JSONWriter.text(value)
    }
  }
}

extension CommandEntry {
  /// Whether the last field of the path is a row.
  fileprivate var namesRow: Bool {
    guard let last = path.split(separator: "/").last, last.hasPrefix("{") else { return false }
    return fields.contains { $0.name == last.dropFirst().dropLast() && $0.kind == "reference" }
  }
}
