import Feature
import Engine
import Values

/// The answers that a route can give, for the OpenAPI document.
enum Responses {
  static func of(_ command: Command) -> Value {
    let success = command.kind == .action && command.spec.method == .post ? "201" : "200"
    var members = [Value.Member(success, done(command))]
    if success == "201", !command.spec.handlesSecret {
      members.append(.init("200", .record(["description": "What a dry run would have done · نتیجهٔ اجرای آزمایشی", "content": dryRun])))
    }
    if command.kind == .action && !command.spec.handlesSecret || command.kind == .list {
      members.append(.init(JobPages.accepted.0, JobPages.accepted.1))
    }
    if command.kind == .query {
      members.append(.init("304", .record(["description": "Unchanged since that ETag · بی‌تغییر", "headers": common])))
    }
    for status in refusals(command) { members.append(.init(status, .record(["$ref": "#/components/responses/Problem"]))) }
    return .object(members)
  }

  /// 408, 413, 414, 421, 431 and 501 come from the server before a route is found; any route may seem to give them.
  private static func refusals(_ command: Command) -> [String] {
    var statuses = ["400", "401", "403", "404", "405", "408", "413", "414", "421", "422", "429", "431", "500", "501", "503", "507"]
    if command.kind == .action { statuses += ["409", "415"] }
    if command.rowField != nil, command.kind == .action { statuses.append("412") }
    if command.mustNameRevision { statuses.append("428") }
    return statuses.sorted()
  }

  private static func done(_ command: Command) -> Value {
    var headers = common.members
    if command.kind == .query || command.answer.contains(where: { $0.name == "rev" }) && command.kind == .action {
      headers.append(.init("ETag", .record(["$ref": "#/components/headers/ETag"])))
    }
    if command.kind == .list { headers.append(.init("Link", .record(["$ref": "#/components/headers/Link"]))) }
    if command.kind == .action { headers.append(.init("Hamyar-Entry", .record(["$ref": "#/components/headers/Hamyar-Entry"]))) }
    return .record([
      "description": "Done · انجام شد", "headers": .object(headers),
      "content": .record(["application/json": .record(["schema": schema(command)])]),
    ])
  }

  private static func schema(_ command: Command) -> Value {
    let row = JSONSchema.object(command.answer, input: false)
    guard command.kind == .list else {
      let mayBeDry = command.kind == .action && command.spec.method != .post && !command.spec.handlesSecret
      return mayBeDry ? .record(["anyOf": .list([row, dryRunSchema])]) : row
    }
    return .record([
      "type": "object", "required": .list(["items", "next"]),
      "properties": .record([
        "items": .record(["type": "array", "items": row]),
        "next": .record(["type": .list(["string", "null"]), "description": "The next page's cursor · نشانهٔ برگ بعد"]),
      ]),
    ])
  }

  private static let dryRunSchema: Value = .record([
    "type": "object", "required": .list(["dryRun", "result", "entries"]),
    "properties": .record([
      "dryRun": .record(["type": "boolean"]), "result": .record(["description": "The answer it would give."]),
      "entries": .record(["type": "array", "description": "The ledger entries it would leave."]),
    ]),
  ])

  private static let dryRun: Value = .record(["application/json": .record(["schema": dryRunSchema])])

  static let common: Value = .record(["X-Request-Id": .record(["$ref": "#/components/headers/X-Request-Id"])])

  static let headers: Value = .record([
    "X-Request-Id": header("Stands in the log and the ledger too.", "5d1f0a9c3b7e2468"),
    "Hamyar-Entry": header("The last ledger entry that this left.", "1204"),
    "ETag": header("Strong; \"rev-N\" is the revision of the row.", "\"rev-3\""),
    "Location": header("Where the job stands.", "/api/v1/jobs/42"),
    "Retry-After": header("Seconds after which looking again makes sense.", "1"),
    "Link": header(
      "RFC 8288: rel=\"first\", \"prev\" and \"next\", where there is such a page.", "</api/v1/tasks?limit=50&cursor=AAAA>; rel=\"next\""),
  ])

  private static func header(_ text: String, _ example: String) -> Value {
    .record([
      "description": .text(text), "schema": .record(["type": "string", "examples": .list([.text(example)])]),
    ])
  }

  static let refused: Value = .record([
    "description": "The answer is no · پاسخ منفی است",
    "headers": .object(
      common.members + [.init("Hamyar-Entry", .record(["$ref": "#/components/headers/Hamyar-Entry"]))]),
    "content": .record([
      "application/problem+json": .record(["schema": .record(["$ref": "#/components/schemas/Problem"])])
    ]),
  ])

  static let problem: Value = .record([
    "type": "object", "required": .list(["type", "status", "code", "title", "titleFa", "requestId"]),
    "properties": .record([
      "type": text("about:blank"),
      "status": .record(["type": "integer", "examples": .list([422])]),
      "code": text("rule.refused", "Stable, for machines."),
      "title": text("A group has at least 10 members."), "titleFa": text("گروه دست‌کم ۱۰ عضو دارد."),
      "requestId": text("5d1f0a9c3b7e2468"),
      "errors": .record([
        "type": "array",
        "items": .record([
          "type": "object", "required": .list(["pointer", "code", "messageFa", "messageEn"]),
          "properties": .record([
            "pointer": text("/nationalID", "RFC 6901, from the input's root; empty for the whole."),
            "code": text("field.required"), "messageFa": text("این مورد لازم است."),
            "messageEn": text("This field is required."),
          ]),
        ]),
      ]),
      "next": .record(["type": "array", "description": "What to do next, and who may · گام بعد و اینکه با کیست", "items": nextStep]),
      "rule": .record(["type": "object", "description": "The rule that said no, with citation and parameters in force."]),
    ]),
  ])

  private static let nextStep: Value = .record([
    "type": "object", "required": .list(["en", "fa"]),
    "properties": .record([
      "en": text("Read how it stands now: “A group”."), "fa": text("نخست ببینید اکنون چگونه است: «یک گروه»."),
      "command": text("help", "The operationId of what helps, or a word of the console's own."),
      "input": .record(["type": "object", "description": "What it is to be given."]),
      "roles": .record([
        "type": "array", "description": "Whoever may do it.",
        "items": .record([
          "type": "object", "required": .list(["code", "en", "fa"]),
          "properties": .record(["code": text("prevention.officer"), "en": text("prevention officer"), "fa": text("کارشناس پیشگیری")]),
        ]),
      ]),
    ]),
  ])

  private static func text(_ example: String, _ description: String? = nil) -> Value {
    var members: [Value.Member] = [.init("type", "string"), .init("examples", .list([.text(example)]))]
    if let description { members.append(.init("description", .text(description))) }
    return .object(members)
  }
}
