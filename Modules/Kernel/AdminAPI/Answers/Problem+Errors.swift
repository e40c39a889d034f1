import HTTP
import Engine
import Store
import Values

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
