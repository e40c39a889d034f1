import Feature
import Values

/// What an OpenAPI document lost against an earlier one, place by place; what came to it is no loss.
struct DocumentGrowth {
  private let before: Value
  private let after: Value
  private(set) var losses: [String] = []

  init(from before: Value, to after: Value) {
    (self.before, self.after) = (before, after)
    for path in before["paths"]?.members ?? [] {
      for method in path.value.members {
        let place = "\(method.name.uppercased()) \(path.name)"
        guard let now = after["paths"]?[path.name]?[method.name] else {
          losses.append("\(place): is gone")
          continue
        }
        operation(method.value, now, place)
      }
    }
  }

  private mutating func operation(_ old: Value, _ new: Value, _ place: String) {
    if old["operationId"] != new["operationId"] { losses.append("\(place): its operationId is another") }
    parameters(old["parameters"]?.items ?? [], new["parameters"]?.items ?? [], place)
    if new["requestBody"]?["required"] == true && old["requestBody"]?["required"] != true { losses.append("\(place): needs a body now") }
    contents(old["requestBody"] ?? .null, new["requestBody"] ?? .null, "\(place) body")
    for answer in old["responses"]?.members ?? [] {
      guard let now = new["responses"]?[answer.name] else {
        losses.append("\(place): the answer \(answer.name) is gone")
        continue
      }
      let (was, is_) = (resolved(answer.value, before), resolved(now, after))
      for header in was["headers"]?.members ?? [] where is_["headers"]?[header.name] == nil {
        losses.append("\(place) \(answer.name): the header \(header.name) is gone")
      }
      contents(was, is_, "\(place) \(answer.name)", isAnswer: true)
    }
  }

  private mutating func parameters(_ old: [Value], _ new: [Value], _ place: String) {
    func name(_ parameter: Value) -> String { "\(parameter["in"]?.string ?? "") \(parameter["name"]?.string ?? "")" }
    for parameter in new where parameter["required"] == true {
      let was = old.first { name($0) == name(parameter) }
      if was?["required"] != true { losses.append("\(place): the parameter \(name(parameter)) became required") }
    }
    for parameter in old {
      guard let now = new.first(where: { name($0) == name(parameter) }) else {
        losses.append("\(place): the parameter \(name(parameter)) is gone")
        continue
      }
      schema(parameter["schema"] ?? .null, now["schema"] ?? .null, "\(place) \(name(parameter))", isAnswer: false)
    }
  }

  private mutating func contents(_ old: Value, _ new: Value, _ place: String, isAnswer: Bool = false) {
    for content in old["content"]?.members ?? [] {
      guard let now = new["content"]?[content.name] else {
        losses.append("\(place): \(content.name) is gone")
        continue
      }
      schema(content.value["schema"] ?? .null, now["schema"] ?? .null, place, isAnswer: isAnswer)
    }
  }

  private mutating func schema(_ old: Value, _ new: Value, _ place: String, isAnswer: Bool) {
    let (old, new) = (resolved(old, before), resolved(new, after))
    for type in names(old["type"]) where !names(new["type"]).contains(type) && new["type"] != nil {
      losses.append("\(place): is no \(type) any more")
    }
    for choice in old["enum"]?.items ?? [] where new["enum"].map({ !$0.items.contains(choice) }) ?? false {
      losses.append("\(place): the choice \(JSONWriter.text(choice)) is gone")
    }
    if !isAnswer { limits(old, new, place) }
    required(names(old["required"]), names(new["required"]), place, isAnswer)
    for property in old["properties"]?.members ?? [] {
      guard let now = new["properties"]?[property.name] else {
        losses.append("\(place)/\(property.name): is gone")
        continue
      }
      schema(property.value, now, "\(place)/\(property.name)", isAnswer: isAnswer)
    }
    if let items = old["items"] { schema(items, new["items"] ?? .null, place + "/-", isAnswer: isAnswer) }
    for word in ["anyOf", "oneOf", "allOf"] {
      let (were, are) = (old[word]?.items ?? [], new[word]?.items ?? [])
      if are.count < were.count { losses.append("\(place): has \(are.count) forms, not \(were.count)") }
      for (index, pair) in zip(were, are).enumerated() { schema(pair.0, pair.1, "\(place)(\(index))", isAnswer: isAnswer) }
    }
  }

  /// An input may not need more, an answer may not hold less.
  private mutating func required(_ old: [String], _ new: [String], _ place: String, _ isAnswer: Bool) {
    if isAnswer {
      losses += old.filter { !new.contains($0) }.map { "\(place)/\($0): may be left out now" }
    } else {
      losses += new.filter { !old.contains($0) }.map { "\(place)/\($0): became required" }
    }
  }

  private mutating func limits(_ old: Value, _ new: Value, _ place: String) {
    for word in ["minimum", "minLength", "minItems", "maximum", "maxLength", "maxItems"] {
      guard let now = new[word]?.integer else { continue }
      // Every text was said to take 40,000, octets and not characters, and so was a name; `TextLength` says now what each takes.
      if word == "maxLength", old[word]?.integer == 40_000, TextLength(rawValue: Int(now)) != nil { continue }
      let isNarrower = old[word]?.integer.map { word.hasPrefix("min") ? now > $0 : now < $0 } ?? true
      if isNarrower { losses.append("\(place): \(word) is \(now) now") }
    }
    if let pattern = new["pattern"], pattern != old["pattern"] { losses.append("\(place): its pattern is another") }
    if new["additionalProperties"] == false && old["additionalProperties"] != false && old["properties"] != nil {
      losses.append("\(place): takes no further members now")
    }
  }

  private func names(_ value: Value?) -> [String] {
    guard let value else { return [] }
    return value.string.map { [$0] } ?? value.items.compactMap(\.string)
  }

  /// Follows a reference within its own document.
  private func resolved(_ value: Value, _ document: Value) -> Value {
    guard let path = value["$ref"]?.string, path.hasPrefix("#/") else { return value }
    return path.dropFirst(2).split(separator: "/").reduce(document) { $0[String($1)] ?? .null }
  }
}
