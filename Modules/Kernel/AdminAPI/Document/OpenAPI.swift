import Feature
import Engine
import Values

/// The OpenAPI 3.1 document, from the same declarations as the routes.
enum OpenAPI {
  static func document(_ registry: Registry, version: String) -> Value {
    var paths: [String: [Value.Member]] = [:]
    for command in registry.commands + registry.ownCommands {
      paths["/api/v1" + command.spec.path, default: []].append(
        .init(command.spec.method.rawValue.lowercased(), operation(command)))
    }
    let own = OwnPages.paths.merging(JobPages.paths(registry)) { first, _ in first }
    let all = paths.mapValues { Value.object($0) }.merging(own) { first, _ in first }
    return .record([
      "openapi": "3.1.0",
      "info": .record([
        "title": "Hamyar admin API · همیار", "version": .text(version),
        "description": "Dates are given as ISO Gregorian with a Jalali twin (`…Jalali`); inputs accept either. Money is whole rial.",
      ]),
      "security": .list([.record(["session": .list([])])]),
      "tags": .list(
        [OwnPages.tag, JobPages.tag, OwnPages.casesTag, OwnPages.importsTag]
          + registry.modules.map { .record(["name": .text($0.id), "description": .text("\($0.texts.en) · \($0.texts.fa)")]) }),
      "paths": .object(all.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }),
      "components": .record([
        "securitySchemes": .record(["session": .record(["type": "http", "scheme": "bearer"])]),
        "headers": Responses.headers,
        "schemas": .record(["Problem": Responses.problem, "Job": JobPages.schema]),
        "responses": .record(["Problem": Responses.refused]),
      ]),
    ])
  }

  private static func operation(_ command: Command) -> Value {
    let spec = command.spec
    let inPath = command.fields.filter { command.pathFields.contains($0.name) }
    let rest = command.fields.filter { !command.pathFields.contains($0.name) }
    var parameters = inPath.map { parameter($0, "path", spec.examples) }
    var members: [Value.Member] = [
      .init("operationId", .text(spec.id)), .init("tags", .list([.text(spec.module)])),
      .init("summary", .text(spec.texts.en)), .init("description", .text(spec.texts.fa)),
      .init("x-permission", .text(spec.permission.publicID)),
    ]
    if spec.permission == .anyone { members.append(.init("security", .list([]))) }
    if command.kind == .action {
      if !spec.handlesSecret {
        parameters.append(
          .record([
            "name": "dryRun", "in": "query", "required": false,
            "description": "Answer what would happen and change nothing · اجرای آزمایشی",
            "schema": .record(["type": "boolean", "examples": .list([true])]),
          ]))
      }
      parameters.append(
        .record([
          "name": "Idempotency-Key", "in": "header", "required": false,
          "description": "Repeat safely: the first answer is kept 48 hours · کلید تکرار",
          "schema": .record([
            "type": "string", "minLength": 1, "maxLength": 200, "examples": .list(["6b1f0c9e-register-27"]),
          ]),
        ]))
      if command.rowField != nil {
        parameters.append(
          .record([
            "name": "If-Match", "in": "header", "required": .bool(command.mustNameRevision),
            "description": "ETag of the row in the path as it was read; 412 when it changed meanwhile · ویرایش مورد انتظار",
            "schema": .record(["type": "string", "examples": .list(["\"rev-3\"", "*"])]),
          ]))
      }
      if !command.spec.handlesSecret { parameters.append(prefer) }
      if !rest.isEmpty {
        members.append(.init("requestBody", JSONSchema.body(rest, spec.examples)))
      }
    } else {
      parameters += rest.map { parameter($0, "query", spec.examples) }
      if command.kind == .list { parameters.append(prefer) }
      if command.kind == .query {
        parameters.append(
          .record([
            "name": "If-None-Match", "in": "header", "required": false,
            "description": "ETag of an earlier answer; 304 when nothing changed · ETag پاسخ پیشین",
            "schema": .record(["type": "string", "examples": .list(["\"rev-3\""])]),
          ]))
      }
    }
    members.append(.init("parameters", .list(parameters)))
    members.append(.init("responses", Responses.of(command)))
    return .object(members)
  }

  private static let prefer: Value = .record([
    "name": "Prefer", "in": "header", "required": false,
    "description": "`respond-async`: answer 202 and go on as a job; of a list all pages are exported · به‌صورت کار انجام شود",
    "schema": .record(["type": "string", "examples": .list(["respond-async"])]),
  ])

  static func parameter(_ field: Field, _ place: String, _ known: [String: String] = [:]) -> Value {
    let isRequired = place == "path" || !field.isOptional
    var members: [Value.Member] = [
      .init("name", .text(field.name)), .init("in", .text(place)), .init("required", .bool(isRequired)),
      .init("description", .text("\(field.texts.en) · \(field.texts.fa)")),
      .init("schema", paging[field.name] ?? JSONSchema.field(field, input: true)),
    ]
    let example = known[field.name].map { text in
      if case .list = field.kind { Value.list([.text(text)]) } else { Value.text(text) }
    }
    if isRequired || example != nil { members.append(.init("example", example ?? Examples.value(field))) }
    return .object(members)
  }

  /// The two fields that every list has; a cursor comes from the page before and cannot be made up.
  private static let paging: [String: Value] = [
    "limit": .record(["type": "integer", "minimum": 1, "maximum": 500, "examples": .list([50])]), "cursor": .record(["type": "string"]),
  ]
}
