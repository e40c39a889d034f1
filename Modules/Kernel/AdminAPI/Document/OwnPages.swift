import Values

/// The addresses of the server itself, for the OpenAPI document.
enum OwnPages {
  static let tag: Value = .record(["name": "server", "description": "The server itself · خود کارگزار"])

  static let casesTag: Value = .record(["name": "cases", "description": "Things of all modules by their code · هر چیز با کد آن"])

  static let importsTag: Value = .record(["name": "imports", "description": "Sheets that were imported · برگه‌های واردشده"])

  static let paths: [String: Value] = [
    "/healthz": page("page.healthz", "Whether the server answers", "کارگزار پاسخ می‌دهد؟", "application/json", isSession: false),
    "/openapi.json": page("page.openapi", "This document", "همین سند", "application/json", isSession: false),
    "/readyz": page(
      "page.readyz", "Whether writing works now; for this machine only", "نوشتن اکنون کار می‌کند؟", "application/json",
      isSession: false, others: ["404", "503"]),
    "/metrics": page(
      "page.metrics", "Figures for Prometheus; for this machine only", "شاخص‌های کارکرد", "text/plain", isSession: false,
      others: ["404"]),
    "/api/v1/catalogue": page(
      "api.catalogue", "What you may do, with fields and texts", "آنچه اجازه دارید", "application/json", isSession: true,
      others: ["401"]),
  ]

  private static func page(
    _ id: String, _ en: String, _ fa: String, _ type: String, isSession: Bool, others: [String] = []
  ) -> Value {
    var answers: [Value.Member] = [
      .init(
        "200",
        .record([
          "description": .text("\(en) · \(fa)"), "headers": Responses.common,
          "content": .record([type: .record(["schema": .record(["type": type == "text/plain" ? "string" : "object"])])]),
        ]))
    ]
    if !isSession, type != "text/plain" {
      answers.append(.init("304", .record(["description": "Unchanged since that ETag · بی‌تغییر"])))
    }
    let refused = Value.record(["$ref": "#/components/responses/Problem"])
    answers += (["400", "405", "408", "414", "421", "431", "500", "501"] + others).sorted().map { .init($0, refused) }
    var members: [Value.Member] = [
      .init("operationId", .text(id)), .init("tags", .list(["server"])), .init("summary", .text(en)), .init("description", .text(fa)),
    ]
    // What a session adds is welcome, but nobody needs one.
    members.append(.init("security", .list(isSession ? [.record([:]), .record(["session": .list([])])] : [])))
    members.append(.init("responses", .object(answers)))
    return .record(["get": .object(members)])
  }
}
