import Registry
import Values

/// The OpenAPI 3.1 document, from the same declarations as the routes.
enum OpenAPI {
  static func document(_ registry: Registry, version: String) -> Value {
    var paths: [String: [Value.Member]] = [:]
    for command in registry.commands {
      paths["/api/v1" + command.spec.path, default: []].append(
        .init(command.spec.method.rawValue.lowercased(), operation(command)))
    }
    return .record([
      "openapi": "3.1.0",
      "info": .record([
        "title": "Hamyar admin API · همیار", "version": .text(version),
        "description": "Dates are given as ISO Gregorian with a Jalali twin (`…Jalali`); inputs accept either. Money is whole rial.",
      ]),
      "security": .list([.record(["session": .list([])])]),
      "tags": .list(registry.manifests.map { .record(["name": .text($0.id), "description": .text("\($0.texts.en) · \($0.texts.fa)")]) }),
      "paths": .object(paths.sorted { $0.key < $1.key }.map { .init($0.key, .object($0.value)) }),
      "components": .record([
        "securitySchemes": .record(["session": .record(["type": "http", "scheme": "bearer"])]),
        "schemas": .record(["Problem": problem]),
        "responses": .record([
          "Problem": .record([
            "description": "The answer is no · پاسخ منفی است",
            "content": .record([
              "application/problem+json": .record(["schema": .record(["$ref": "#/components/schemas/Problem"])])
            ]),
          ])
        ]),
      ]),
    ])
  }

  private static func operation(_ command: Command) -> Value {
    let spec = command.spec
    let inPath = command.fields.filter { command.pathFields.contains($0.name) }
    let rest = command.fields.filter { !command.pathFields.contains($0.name) }
    var parameters = inPath.map { parameter($0, "path") }
    var members: [Value.Member] = [
      .init("operationId", .text(spec.id)), .init("tags", .list([.text(spec.module)])),
      .init("summary", .text(spec.texts.en)), .init("description", .text(spec.texts.fa)),
      .init("x-permission", .text(spec.permission.id)),
    ]
    if spec.permission == .anyone { members.append(.init("security", .list([]))) }
    if command.kind == .action {
      parameters.append(
        .record([
          "name": "dryRun", "in": "query", "required": false,
          "description": "Answer what would happen and change nothing · اجرای آزمایشی",
          "schema": .record(["type": "boolean"]),
        ]))
      parameters.append(
        .record([
          "name": "Idempotency-Key", "in": "header", "required": false,
          "description": "Repeat safely: the first answer is kept 48 hours · کلید تکرار",
          "schema": .record(["type": "string", "minLength": 1, "maxLength": 200]),
        ]))
      if !rest.isEmpty {
        members.append(
          .init(
            "requestBody",
            .record([
              "required": .bool(rest.contains { !$0.isOptional }),
              "content": .record(["application/json": .record(["schema": JSONSchema.object(rest, input: true)])]),
            ])))
      }
    } else {
      parameters += rest.map { parameter($0, "query") }
    }
    members.append(.init("parameters", .list(parameters)))
    members.append(.init("responses", responses(command)))
    return .object(members)
  }

  private static func responses(_ command: Command) -> Value {
    let row = JSONSchema.object(command.answer, input: false)
    let schema: Value =
      command.kind == .list
      ? .record([
        "type": "object", "required": .list(["items", "next"]),
        "properties": .record([
          "items": .record(["type": "array", "items": row]),
          "next": .record(["type": .list(["string", "null"]), "description": "The next page's cursor."]),
        ]),
      ]) : row
    let ok = Value.record([
      "description": "Done · انجام شد", "content": .record(["application/json": .record(["schema": schema])]),
    ])
    let no = Value.record(["$ref": "#/components/responses/Problem"])
    let success = command.kind == .action && command.spec.method == .post ? "201" : "200"
    var members = [Value.Member(success, ok)]
    if success == "201" {
      members.append(.init("200", .record(["description": "What a dry run would have done · نتیجهٔ اجرای آزمایشی"])))
    }
    for status in ["400", "401", "403", "404", "409", "422", "429", "503"] { members.append(.init(status, no)) }
    return .object(members)
  }

  private static func parameter(_ field: Field, _ place: String) -> Value {
    .record([
      "name": .text(field.name), "in": .text(place), "required": .bool(place == "path" || !field.isOptional),
      "description": .text("\(field.texts.en) · \(field.texts.fa)"),
      "schema": JSONSchema.field(field, input: true),
    ])
  }

  private static let problem: Value = .record([
    "type": "object", "required": .list(["type", "status", "code", "title", "titleFa", "requestId"]),
    "properties": .record([
      "type": .record(["type": "string"]), "status": .record(["type": "integer"]),
      "code": .record(["type": "string", "description": "Stable, for machines."]),
      "title": .record(["type": "string"]), "titleFa": .record(["type": "string"]),
      "requestId": .record(["type": "string"]),
      "errors": .record([
        "type": "array",
        "items": .record([
          "type": "object",
          "properties": .record([
            "pointer": .record(["type": "string", "description": "RFC 6901, from the input's root."]),
            "code": .record(["type": "string"]), "messageFa": .record(["type": "string"]),
            "messageEn": .record(["type": "string"]),
          ]),
        ]),
      ]),
      "rule": .record(["type": "object", "description": "The rule that said no, with citation and parameters in force."]),
    ]),
  ])
}
