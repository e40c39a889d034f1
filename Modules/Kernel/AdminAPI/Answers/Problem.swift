import Engine
import HTTP
import Store
import Values

/// Every error in one shape: RFC 9457 `application/problem+json`, in Persian and English, with pointers to fields.
enum Problem {
  static func response(_ given: Refusal, request: String) -> HTTPResponse {
    let refusal = given.advised
    let status = status(of: refusal)
    var members: [Value.Member] = [
      .init("type", "about:blank"), .init("status", .int(Int64(status))), .init("code", .text(refusal.code)),
      .init("title", .text(refusal.texts.en)), .init("titleFa", .text(refusal.texts.fa)),
      .init("requestId", .text(request)),
    ]
    if !refusal.faults.isEmpty {
      members.append(.init("errors", .list(refusal.faults.map(fault))))
    }
    if let rule = refusal.rule { members.append(.init("rule", rule)) }
    members.append(.init("next", .list(refusal.next.map(\.value))))
    var response = json(status, .object(members), type: problemType, request: request)
    if let seconds = refusal.retryAfter { response.headers.append(("Retry-After", String(seconds))) }
    if let entry = refusal.entry { response.headers.append(("Hamyar-Entry", String(entry))) }
    if status == 401 { response.headers.append(("WWW-Authenticate", "Bearer")) }
    return response
  }

  static let problemType = "application/problem+json; charset=utf-8"

  /// What the parser of the server itself found wrong.
  static func parser(status: Int, code: String, request: String) -> HTTPResponse {
    fixed(
      status, "http.\(code)", Texts("درخواست خوانا نیست (\(code)).", "The request could not be read (\(code))."),
      request: request)
  }

  static func json(
    _ status: Int, _ value: Value, type: String = jsonType, request: String, showsSecrets: Bool = false
  ) -> HTTPResponse {
    json(status, JSONWriter.write(value, showsSecrets: showsSecrets), type: type, request: request)
  }

  /// Of text that is written already; a line end is put behind it.
  static func json(_ status: Int, _ text: [UInt8], type: String = jsonType, request: String) -> HTTPResponse {
    var body = text
    body.append(0x0A)
    return answer(status, type: type, request: request, body: body)
  }

  static let jsonType = "application/json; charset=utf-8"

  /// With what stands on every answer.
  static func answer(_ status: Int, type: String?, request: String, body: [UInt8] = []) -> HTTPResponse {
    var answer = HTTPResponse(status: status, body: body)
    answer.preset = """
      Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
      Content-Security-Policy: default-src 'none'; base-uri 'none'; frame-ancestors 'none'\r\n
      """
    answer.headers.reserveCapacity(4)
    if let type { answer.headers.append(("Content-Type", type)) }
    answer.headers.append(("X-Request-Id", request))
    return answer
  }

  private static func fault(_ fault: FieldFault) -> Value {
    .record([
      "pointer": .text(fault.pointer), "code": .text(fault.code), "messageFa": .text(fault.texts.fa),
      "messageEn": .text(fault.texts.en),
    ])
  }

  private static func status(of refusal: Refusal) -> Int {
    switch refusal.kind {
    case .malformed: 400
    case .unauthenticated: 401
    case .forbidden: 403
    case .notFound: 404
    case .conflict: 409
    case .preconditionFailed: 412
    case .preconditionRequired: 428
    case .rule: 422
    case .tooMany: 429
    case .tooLarge: 413
    case .unavailable: 503
    }
  }
}

/// A body in a form that is not read here.
struct UnsupportedBodyFault: Error { let wanted: String }

extension Problem {
  /// Anything that is no refusal is our fault: logged with the request id, told without details.
  static func answer(to error: any Error, _ id: String, _ report: @Sendable (String) -> Void) -> HTTPResponse {
    switch error {
    case let refusal as Refusal: return response(refusal, request: id)
    case let fault as FieldFault: return response(.input([fault]), request: id)
    case let body as UnsupportedBodyFault:
      var answer = fixed(
        415, "body.type", Texts("بدنه باید \(body.wanted) باشد.", "The body must be \(body.wanted)."), request: id)
      answer.headers.append(("Accept", body.wanted))
      return answer
    case CallFault.commit(let fault, let unknown):
      report("request \(id): \(fault)\(unknown ? " at COMMIT, outcome unknown" : "")")
      guard fault.kind != .full || unknown else {
        return fixed(
          507, "store.full", Texts("دیسک پر است؛ چیزی ذخیره نشد.", "The disk is full; nothing was kept."), request: id)
      }
      let texts =
        unknown
        ? Texts(
          "نتیجه نامعلوم است؛ با همان Idempotency-Key دوباره بفرستید.", "The outcome is unknown; repeat with the same Idempotency-Key.")
        : Texts("نوشتن نشد؛ چیزی ذخیره نشد. دوباره بفرستید.", "The write failed and nothing was kept; send it again.")
      let refusal = Refusal(.unavailable, unknown ? "commit.unknown" : "commit.failed", texts, retryAfter: 1)
      return response(refusal, request: id)
    default:
      report("request \(id): \(error)")
      return fixed(
        500, "internal", Texts("خطای داخلی؛ چیزی ذخیره نشد.", "Something failed here; nothing was kept."), request: id)
    }
  }

  /// A problem without particulars.
  static func fixed(_ status: Int, _ code: String, _ texts: Texts, request: String) -> HTTPResponse {
    let body = Value.record([
      "type": "about:blank", "status": .int(Int64(status)), "code": .text(code), "title": .text(texts.en),
      "titleFa": .text(texts.fa), "requestId": .text(request),
      "next": .list(Refusal(status >= 500 ? .unavailable : status == 413 ? .tooLarge : .malformed, code, texts).advised.next.map(\.value)),
    ])
    return json(status, body, type: problemType, request: request)
  }
}

extension Problem {
  /// The answer to a method that an address does not take; to OPTIONS, which it does.
  static func notAllowed(_ methods: [String], _ method: String, _ id: String) -> HTTPResponse {
    let allow = ("Allow", ((methods.contains("GET") ? methods + ["HEAD"] : methods) + ["OPTIONS"]).joined(separator: ", "))
    if method == "OPTIONS" {
      var response = answer(204, type: nil, request: id)
      response.headers.append(allow)
      return response
    }
    var response = fixed(
      405, "method.not-allowed", Texts("این نشانی روش دیگری می‌پذیرد.", "This address takes other methods."), request: id)
    response.headers.append(allow)
    return response
  }

  /// `OPTIONS *`: what the server as a whole can do.
  static func everything(_ id: String) -> HTTPResponse {
    notAllowed(["GET", "POST", "PUT", "PATCH", "DELETE"], "OPTIONS", id)
  }
}
