import Testing
import Values

/// Whoever built a client from the OpenAPI document of an earlier version finds everything again.
@Suite(.enabled(if: KeptStore.canUnpack, "there is no tar or gzip on this machine"))
struct `The document of an earlier version` {
  /// What was taken away on purpose: by a dry run of the first, passwords could be guessed without being counted; and a value
  /// or switch that waits for its approval has no number yet.
  private static let withdrawn = Set(
    ["accounts/staff", "accounts/staff/{staff}/password", "session", "session/password"].flatMap { path in
      ["the parameter query dryRun is gone", "the answer 200 is gone"].map { "POST /api/v1/\(path): \($0)" }
    } + ["settings", "switches"].map { "POST /api/v1/configuration/\($0) 201/id: may be left out now" })

  @Test func `only grows`() throws {
    let present = try ServedStore(StoryStore(on: try Road.firstDay())).document()
    for version in KeptStore.versions {
      let losses = DocumentGrowth(from: try document(version), to: present).losses.filter { !Self.withdrawn.contains($0) }
      #expect(losses.isEmpty, "lost since \(version):\n\(losses.joined(separator: "\n"))")
    }
  }

  @Test func `is missed where a part of it is taken away or made stricter`() throws {
    let old = try read(
      """
      {"paths": {"/a": {
        "get": {"parameters": [{"name": "n", "in": "query", "schema": {"type": ["integer", "null"]}}]},
        "post": {
          "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/In"}}}},
          "responses": {"200": {
            "headers": {"ETag": {}},
            "content": {"application/json": {"schema": {
              "required": ["x"], "properties": {"x": {"type": "string", "enum": ["p", "q"]}}}}}}}}}},
       "components": {"schemas": {"In": {
         "required": ["a"], "properties": {"a": {"type": "string", "maxLength": 9}, "b": {"type": "string"}}}}}}
      """)
    let new = try read(
      """
      {"paths": {"/a": {
        "get": {"parameters": [{"name": "n", "in": "query", "required": true, "schema": {"type": "integer"}}]},
        "post": {
          "requestBody": {"required": true, "content": {"application/json": {"schema": {
            "required": ["a", "c"], "properties": {"a": {"type": "string", "maxLength": 8}, "c": {"type": "string"}}}}}},
          "responses": {"200": {
            "content": {"application/json": {"schema": {"properties": {"x": {"type": "string", "enum": ["p"]}}}}}}}}}}}
      """)
    let losses = DocumentGrowth(from: old, to: new).losses.sorted()
    #expect(
      losses == [
        "GET /a query n: is no null any more", "GET /a: the parameter query n became required", "POST /a 200/x: may be left out now",
        "POST /a 200/x: the choice \"q\" is gone", "POST /a 200: the header ETag is gone", "POST /a body/a: maxLength is 8 now",
        "POST /a body/b: is gone", "POST /a body/c: became required", "POST /a: needs a body now",
      ])
    #expect(DocumentGrowth(from: old, to: old).losses == [])
    #expect(DocumentGrowth(from: old, to: .object([])).losses == ["GET /a: is gone", "POST /a: is gone"])
  }

  private func document(_ version: String) throws -> Value { try read(KeptStore.text("openapi-\(version).json.gz")) }

  private func read(_ text: String) throws -> Value {
    try JSONReader.read(Array(text.utf8), maximumElements: JSONReader.maximumElementsOfAnswer)
  }
}
