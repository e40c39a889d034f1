import HTTP
import Registry
import Values

/// Addresses that are the same for everybody.
struct FixedPages: Sendable {
  struct Page: Sendable {
    let body: Value

    func response(_ request: String) -> HTTPResponse { Problem.json(200, body, request: request) }
  }

  private let pages: [String: Page]

  init(_ registry: Registry, version: String) {
    pages = [
      "healthz": Page(body: .record(["status": "ok", "version": .text(version)])),
      "openapi.json": Page(body: OpenAPI.document(registry, version: version)),
    ]
  }

  func page(_ segments: [String]) -> Page? { segments.count == 1 ? pages[segments[0]] : nil }
}
