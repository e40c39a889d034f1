import Engine
import Feature
import Values

/// One way of filling an operation of the OpenAPI document in with its examples.
struct Filling {
  var path: String
  var query: [(String, String)] = []
  var headers: [(String, String)] = []
  var body: [UInt8] = []

  /// With what is required only.
  init(_ path: String, _ operation: Value) {
    self.path = path
    let parameters = operation["parameters"]?.items ?? []
    for parameter in parameters where parameter["required"] == true {
      put(parameter, parameter["example"] ?? parameter["schema"]?["examples"]?.items.last ?? "x")
    }
    for content in operation["requestBody"]?["content"]?.members ?? [] {
      headers.append(("Content-Type", content.name))
      let example = content.value["example"] ?? .null
      body = content.name == "application/json" ? JSONWriter.write(example) : Array((example.string ?? "").utf8)
    }
    // An action is only tried, unless it becomes a job of its own.
    if parameters.contains(where: { $0["name"] == "dryRun" }) { query.append(("dryRun", "true")) }
  }

  /// With what is required, and with each optional parameter too.
  static func all(_ path: String, _ operation: Value) -> [Filling] {
    let base = Filling(path, operation)
    var all = [base]
    for parameter in operation["parameters"]?.items ?? [] where parameter["required"] != true && parameter["name"] != "dryRun" {
      // What a parameter says of itself is more than what its type says.
      for example in parameter["example"].map({ [$0] }) ?? parameter["schema"]?["examples"]?.items ?? [] {
        var one = base
        one.put(parameter, example)
        all.append(one)
      }
    }
    return all
  }

  private mutating func put(_ parameter: Value, _ example: Value) {
    let name = parameter["name"]?.string ?? ""
    let text = example.string ?? JSONWriter.text(example)
    switch parameter["in"]?.string {
    case "path": path = path.replacing("{\(name)}", with: Filling.encoded(text))
    case "query": query.append((name, text))
    default: headers.append((name, text))
    }
  }

  var target: String {
    let pairs = query.map { "\($0.0)=" + Filling.encoded($0.1) }
    return path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
  }

  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = Array("0123456789ABCDEF")
      return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }
}

/// One operation of the OpenAPI document.
struct Operation {
  let id: String
  let method: String
  let path: String
  let value: Value

  static func all(_ document: Value) -> [Operation] {
    (document["paths"]?.members ?? []).flatMap { path in
      path.value.members.map { member in
        Operation(
          id: member.value["operationId"]?.string ?? "", method: member.name.uppercased(), path: path.name, value: member.value)
      }
    }
  }
}
