import Engine
import Feature
import Values

/// The addresses of jobs, for the OpenAPI document.
enum JobPages {
  static let tag: Value = .record(["name": "jobs", "description": "Long work · کارهای طولانی"])

  static func paths(_ registry: Registry) -> [String: Value] {
    [
      "/api/v1/jobs": .record([
        "get": operation(
          "jobs.list", "Jobs, the last first: one's own, for the caretaker everybody's", "کارها", answers: [("200", list)])
      ]),
      "/api/v1/jobs/{job}": .record([
        "get": operation("jobs.show", "How a job stands", "وضع یک کار", parameters: [number], answers: [("200", one)]),
        "delete": operation(
          "jobs.cancel", "Cancel a job: it stops where it is, and what was not kept is rolled back", "لغو کار",
          parameters: [number], answers: [("200", one)], others: ["409"]),
      ]),
      "/api/v1/jobs/{job}/result": .record([
        "get": operation(
          "jobs.result", "What a job left behind; kept 48 hours, for whoever asked for it", "نتیجهٔ کار", parameters: [number],
          answers: [("200", result)], others: ["409"])
      ]),
      "/api/v1/jobs/imports/{command}": .record([
        "post": operation(
          "jobs.import", "Import a CSV sheet: one row, one action; all or nothing", "ورود برگهٔ CSV",
          parameters: [command(registry)] + ImportOrder.fields.map { OpenAPI.parameter($0, "query", importExamples(registry)) },
          body: .record([
            "required": true,
            "content": .record([
              "text/csv": .object(
                [
                  .init(
                    "schema",
                    .record([
                      "type": "string",
                      "description": "UTF-8, or what `encoding` says; the titles are names of fields or what people call them.",
                    ]))
                ]
                  + (registry.hooks.importExample.map { [.init("example", .text($0.sheet))] } ?? []))
            ]),
          ]), answers: [accepted], others: ["413", "415", "422", "429"])
      ]),
      "/api/v1/jobs/nights": .record([
        "post": operation(
          "jobs.night", "Run the nights that were not run", "اجرای شب‌های مانده", body: JSONSchema.body(NightOrder.fields),
          answers: [accepted], others: ["415"])
      ]),
      "/api/v1/jobs/verifications": .record([
        "post": operation(
          "jobs.verify", "Verify the whole ledger against its high-water mark", "راستی‌آزمایی دفتر", answers: [accepted], others: ["415"])
      ]),
    ]
  }

  /// Every job is written down before this answer goes out.
  static let accepted: (String, Value) = (
    "202",
    .record([
      "description": "Written down as a job; look at its Location · به‌صورت کار ثبت شد",
      "headers": .object(
        Responses.common.members + [
          .init("Location", .record(["$ref": "#/components/headers/Location"])),
          .init("Retry-After", .record(["$ref": "#/components/headers/Retry-After"])),
        ]),
      "content": .record(["application/json": .record(["schema": .record(["$ref": "#/components/schemas/Job"])])]),
    ])
  )

  static let schema: Value = JSONSchema.object((try? Schema.fields(of: Job.self)) ?? [], input: false)

  private static let one = content(.record(["$ref": "#/components/schemas/Job"]))
  private static let list = content(
    .record([
      "type": "object", "required": .list(["items", "next"]),
      "properties": .record([
        "items": .record(["type": "array", "items": .record(["$ref": "#/components/schemas/Job"])]), "next": .record(["type": "null"]),
      ]),
    ]))

  private static let result: Value = .record([
    "description": "The result · نتیجه", "headers": Responses.common,
    "content": .record([
      "application/json": .record(["schema": .record(["type": "object"])]),
      "application/x-ndjson": .record(["schema": .record(["type": "string"])]),
      "text/csv": .record(["schema": .record(["type": "string"])]),
    ]),
  ])

  private static let number: Value = .record([
    "name": "job", "in": "path", "required": true, "description": "the job · کار",
    "schema": .record(["type": "integer", "minimum": 1, "maximum": 999_999_999_999_999]), "example": 1,
  ])

  private static func command(_ registry: Registry) -> Value {
    let example = registry.hooks.importExample.map { [Value.Member("example", .text($0.action.spec.id))] } ?? []
    return .object(
      [
        .init("name", "command"), .init("in", "path"), .init("required", true), .init("description", "the action · فرمان"),
        .init("schema", .record(["type": "string", "pattern": "^[a-z]+[.][a-z-]+$"])),
      ] + example)
  }

  /// What fits the sheet of the example, whose last column no row needs.
  private static func importExamples(_ registry: Registry) -> [String: String] {
    let titles = registry.hooks.importExample?.sheet.split(whereSeparator: \.isNewline).first?.split(separator: ",") ?? []
    guard let first = titles.first, let last = titles.last else { return [:] }
    return ["ignore": "\(last)", "map": "\(first)=\(first)"]
  }

  private static func content(_ schema: Value) -> Value {
    .record([
      "description": "Done · انجام شد", "headers": Responses.common,
      "content": .record(["application/json": .record(["schema": schema])]),
    ])
  }

  private static func operation(
    _ id: String, _ en: String, _ fa: String, parameters: [Value] = [], body: Value? = nil, answers: [(String, Value)],
    others: [String] = []
  ) -> Value {
    let refused = Value.record(["$ref": "#/components/responses/Problem"])
    let always = ["400", "401", "403", "404", "405", "408", "413", "414", "421", "429", "431", "500", "501", "503", "507"]
    let statuses = answers.map { Value.Member($0.0, $0.1) } + Set(always + others).sorted().map { .init($0, refused) }
    var members: [Value.Member] = [
      .init("operationId", .text(id)), .init("tags", .list(["jobs"])), .init("summary", .text(en)), .init("description", .text(fa)),
    ]
    if !parameters.isEmpty { members.append(.init("parameters", .list(parameters))) }
    if let body { members.append(.init("requestBody", body)) }
    members.append(.init("responses", .object(statuses)))
    return .object(members)
  }
}
