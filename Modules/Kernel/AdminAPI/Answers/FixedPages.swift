import HTTP
import Engine
import Values

/// Addresses that are the same for everybody, written once.
struct FixedPages: Sendable {
  struct Page: Sendable {
    private let body: [UInt8]
    private let tag: String

    init(_ value: Value) {
      body = JSONWriter.write(value) + [0x0A]
      tag = EntityTag.of(body)
    }

    func response(_ request: HTTPRequest, _ id: String) -> HTTPResponse {
      var response = Problem.answer(200, type: Problem.jsonType, request: id, body: body)
      response.headers.append(("ETag", tag))
      return Conditions.isKnown(tag, to: request) ? response.notModified : response
    }
  }

  private let pages: [String: Page]

  init(_ registry: Registry, version: String) {
    pages = [
      "healthz": Page(.record(["status": "ok", "version": .text(version)])),
      "openapi.json": Page(OpenAPI.document(registry, version: version)),
    ]
  }

  static let names = ["healthz", "openapi.json"]

  func page(_ name: String) -> Page? { pages[name] }
}
