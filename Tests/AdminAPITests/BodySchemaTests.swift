import HTTP
import Engine
import Feature
import Testing
import Values

@testable import AdminAPI

/// What the document says of a body is what the server takes.
@Suite struct `The schema of a body` {
  private let site: Site
  private let document: Value

  init() throws {
    site = try Site()
    document = try site.send(.get, "/openapi.json", as: nil).json
  }

  @Test func `takes null for a member of a body that may be left out, and its schema says so`() throws {
    let body = #"{"province":"IR-27","text":"سلام","until":null,"phone":null}"#
    #expect(try site.send(.post, "/api/v1/notes", body).status == 201)
    let write = document["paths"]?["/api/v1/notes"]?["post"]
    let members = write?["requestBody"]?["content"]?["application/json"]?["schema"]?["properties"]
    #expect(members?["until"]?["type"] == ["string", "null"] && members?["phone"]?["type"] == ["string", "null"])
    #expect(try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":null}"#).status == 400)
    #expect(members?["text"]?["type"] == "string")
    // A query has no null.
    let asked = document["paths"]?["/api/v1/notes"]?["get"]?["parameters"]?.items ?? []
    #expect(asked.allSatisfy { $0["schema"]?["type"]?.string != nil })
  }

  @Test func `allows null among the choices of what may be left out`() throws {
    let field = try #require(try Schema.fields(of: Form.self).first)
    let optional = JSONSchema.field(field, input: true, isNullable: true)
    #expect(optional["type"] == ["string", "null"] && optional["enum"] == ["open", "closed", .null])
    #expect(JSONSchema.field(field, input: true)["enum"] == ["open", "closed"])
  }

  @Test func `names the length up to which each text is taken`() throws {
    let fields = try Schema.fields(of: Form.self)
    let lengths = fields.dropFirst().map { JSONSchema.field($0, input: true)["maxLength"] }
    #expect(lengths == [40_000, 100_000, 100_000])
    for (field, length) in zip(fields.dropFirst(), [40_000, 100_000, 100_000]) {
      func faults(_ count: Int) -> [FieldFault] {
        let form = Value.object([.init(field.name, .text(String(repeating: "a", count: count)))])
        do { _ = try Field.conform(form, to: [field], mode: .strict) } catch { return (error as? Refusal)?.faults ?? [] }
        return []
      }
      #expect(faults(length).isEmpty && faults(length + 1).count == 1, "\(field.name)")
    }
  }
}

private struct Form: Codable {
  var door: Door?
  var name: Personal<String>
  var report: LongText
  var secret: Secret<LongText>?
}

/// Says for itself how long it may be.
private struct LongText: FieldType {
  static let kind = FieldKind.text
  static let longestText = 100_000
  static let sample = LongText(text: "")
  let text: String

  init(text: String) { self.text = text }

  init(value: Value) throws {
    guard case .text(let text) = value, text.utf8.count <= Self.longestText else {
      throw FieldFault("", "long", Texts("بلند", "long"))
    }
    self.text = text
  }

  var value: Value { .text(text) }
}

private enum Door: String, Choice {
  case open, closed

  var texts: Texts { self == .open ? Texts("باز", "open") : Texts("بسته", "closed") }
}
