import HTTP
import Engine
import Feature
import Testing
import Values

/// A module that was written without a line elsewhere: everything else comes from its declarations.
@Suite struct `A new module in three touches` {
  private let site: Site
  private let document: Value
  /// Addresses of the server itself.
  private let own: Set<String> = ["/healthz", "/readyz", "/metrics", "/openapi.json", "/api/v1/catalogue"]

  init() throws {
    site = try Site()
    document = try site.send(.get, "/openapi.json", as: nil).json
  }

  @Test func `finds its routes, its verbs, their help, and its ledger entries`() throws {
    let made = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"سلام"}"#)
    #expect(made.status == 201)
    #expect(try site.send(.get, "/api/v1/notes")["items"]?.items.count == 1)
    let catalogue = try site.send(.get, "/api/v1/catalogue")
    let own = site.runtime.registry.ownCommands.map(\.spec.id)
    let commands = (catalogue["commands"]?.items ?? []).filter { !own.contains($0["id"]?.string ?? "") }
    #expect(catalogue["commands"]?.items.count == commands.count + own.count)
    #expect(
      commands.compactMap { $0["id"]?.string } == ["notes.write", "notes.edit", "notes.stamp", "notes.note", "notes.count", "notes.notes"])
    for command in commands {
      #expect(command["fa"]?.string?.isEmpty == false && command["en"]?.string?.isEmpty == false)
      for field in command["fields"]?.items ?? [] {
        #expect(field["fa"]?.string?.isEmpty == false && field["en"]?.string?.isEmpty == false, "\(field)")
      }
    }
    let entry = try #require(try site.entries().first)
    #expect(entry["act"] == "notes.write" && entry["obj"] == "notes.note/1" && entry["mod"] == "notes" && entry["prov"] == "27")
    #expect(try site.send(.get, "/api/v1/catalogue", as: "reader")["commands"]?.items.count == 3 + own.count)
  }

  @Test func `stands in the OpenAPI document with every command`() throws {
    #expect(document["openapi"] == "3.1.0" && document["info"]?["version"] == "1.2.3")
    var ids: Set<String> = []
    for path in document["paths"]?.members ?? [] {
      #expect(path.name.hasPrefix("/api/v1/") || own.contains(path.name), "\(path.name)")
      let isOwn = own.contains(path.name) || path.name.hasPrefix("/api/v1/jobs")
      for (method, operation) in path.value.members.map({ ($0.name, $0.value) }) {
        if !isOwn { ids.insert(operation["operationId"]?.string ?? "") }
        try check(operation, path.name, method)
      }
    }
    let registry = site.runtime.registry
    #expect(ids == Set((registry.commands + registry.ownCommands).map(\.spec.id)))
  }

  /// What the OpenAPI 3.1 specification demands of an operation.
  private func check(_ operation: Value, _ path: String, _ method: String) throws {
    #expect(["get", "post", "put", "patch", "delete"].contains(method))
    let parameters = operation["parameters"]?.items ?? []
    let named = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    #expect(parameters.filter { $0["in"] == "path" }.compactMap { $0["name"]?.string } == named)
    #expect(parameters.filter { $0["in"] == "path" }.allSatisfy { $0["required"] == true })
    #expect(Set(parameters.map { "\($0["in"]?.string ?? "") \($0["name"]?.string ?? "")" }).count == parameters.count)
    #expect(parameters.allSatisfy { $0["schema"]?["type"] != nil })
    #expect(operation["summary"]?.string?.isEmpty == false && operation["tags"]?.items.count == 1)
    if method == "get" { #expect(operation["requestBody"] == nil) }
    let responses = operation["responses"]?.members ?? []
    for response in responses {
      #expect(Int(response.name).map { (200..<600).contains($0) } == true)
      #expect(response.value["description"] != nil || response.value["$ref"] != nil)
    }
    #expect(responses.contains { $0.name.hasPrefix("2") })
  }

  @Test func `refers only to what is in the document`() throws {
    func references(_ value: Value) -> [String] {
      value.members.flatMap { $0.name == "$ref" ? [$0.value.string ?? ""] : references($0.value) } + value.items.flatMap(references)
    }
    let all = Set(references(document))
    #expect(!all.isEmpty)
    for reference in all {
      let found = reference.split(separator: "/").dropFirst().reduce(document as Value?) { $0?[String($1)] }
      #expect(found != nil, "\(reference)")
    }
  }

  @Test func `has a body whose schema takes no unknown names and asks for what is required`() throws {
    let write = document["paths"]?["/api/v1/notes"]?["post"]
    let schema = write?["requestBody"]?["content"]?["application/json"]?["schema"]
    #expect(schema?["additionalProperties"] == false && schema?["required"] == ["province", "text"])
    #expect(schema?["properties"]?.members.map(\.name) == ["province", "text", "until", "phone"])
    let answer = write?["responses"]?["201"]?["content"]?["application/json"]?["schema"]
    #expect(answer?["properties"]?["untilJalali"]?["type"] == "string" && answer?["additionalProperties"] == nil)
    #expect(answer?["properties"]?["phone"]?["type"] == ["string", "null"])
  }
}
