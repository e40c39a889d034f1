import HTTP
import Engine
import Values

/// Puts an input together from path, query and body; every fault is reported with its pointer.
struct InputReading {
  let command: Command

  /// - Parameter query: what is left of the query after the call's own options were taken out.
  func read(path: [(name: String, text: String)], query: [(String, String)], request: HTTPRequest) throws -> Value {
    let fromPath = try Field.conform(
      .object(path.map { Value.Member($0.name, .text($0.text)) }), to: command.pathInputs, mode: .typed)
    let fromRest: Value
    if command.kind == .action {
      guard query.isEmpty else { throw unknownQuery(query) }
      fromRest = try Field.conform(try InputReading.body(request), to: command.otherInputs, mode: .strict)
    } else {
      guard request.body.isEmpty else {
        throw Refusal.input("", "body.unexpected", Texts("خواندن، بدنه ندارد.", "A query takes no body."))
      }
      fromRest = try Field.conform(
        .object(query.map { Value.Member($0.0, .text($0.1)) }), to: command.otherInputs, mode: .typed)
    }
    return .object(fromPath.members + fromRest.members)
  }

  static func body(_ request: HTTPRequest) throws -> Value {
    guard !request.body.isEmpty else { return .object([]) }
    guard request.isBody(of: "application/json") else { throw UnsupportedBodyFault(wanted: "application/json") }
    return try JSONReader.read(request.body)
  }

  private func unknownQuery(_ query: [(String, String)]) -> Refusal {
    .input(
      query.map {
        FieldFault("/\($0.0)", "query.unknown", Texts("این گزینه شناخته نیست.", "This option is not known: dryRun is the only one."))
      })
  }
}
