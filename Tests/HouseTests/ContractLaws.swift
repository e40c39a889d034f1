import Testing

/// What a module is asked, it answers itself: a requirement with a default is an event that a provider may overlook.
@Suite struct `Contracts` {
  @Test func `no extension of a contract's protocol answers one of its requirements`() {
    let product = SourceTree.swift.filter { !$0.path.hasPrefix("Tests/") }
    let code = product.map { (path: $0.path, text: $0.swift.joined) }
    let provided = Set(
      code.flatMap { $0.text.matches(of: /\.provides\(\s*\(any (\w+)\)\.self/).map { String($0.output.1) } }
        + code.filter { $0.path.hasPrefix("Modules/Contracts/") }.flatMap { file in
          Swift.Array(file.text.matches(of: /\bprotocol (\w+)/)).map { String($0.output.1) }
        })
    #expect(provided.count > 12, "\(provided.sorted())")
    var requirements: [String: Set<String>] = [:]
    for file in code {
      for body in Body.all(after: /\bprotocol (\w+)[^{]*\{/, in: file.text) where provided.contains(body.name) {
        requirements[body.name, default: []].formUnion(body.members)
      }
    }
    #expect(Set(requirements.keys) == provided, "protocols that were not found: \(provided.subtracting(requirements.keys))")
    #expect(requirements.values.map(\.count).reduce(0, +) > 25)
    var breaches: [String] = []
    for file in code {
      for body in Body.all(after: /\bextension (\w+)[^{]*\{/, in: file.text) {
        let answered = requirements[body.name, default: []].intersection(body.members)
        breaches += answered.sorted().map { "\(file.path): \($0) of \(body.name) has a default, so a provider may overlook it" }
      }
    }
    refuse(breaches)
  }
}

/// The members that stand in the braces of a protocol or an extension.
private struct Body {
  let name: String
  /// `covered(in:until:in:)`, `permission`.
  let members: Set<String>

  static func all(after head: Regex<(Substring, Substring)>, in code: String) -> [Body] {
    code.matches(of: head).map { match in
      Body(name: String(match.output.1), members: members(of: inside(code[match.range.upperBound...], "{", "}")))
    }
  }

  private static func members(of body: Substring) -> Set<String> {
    let functions = body.matches(of: /\bfunc (\w+)(?:<[^>]*>)?\(/).map { match in
      "\(match.output.1)(\(labels(of: inside(body[match.range.upperBound...], "(", ")"))))"
    }
    // Only what stands at the body's own level; a `var` in a function stands deeper.
    let properties = body.matches(of: /(?m)^  (?:\w+ )*var (\w+)\s*:/).map { String($0.output.1) }
    return Set(functions + properties)
  }

  private static func labels(of parameters: Substring) -> String {
    var depth = 0
    let flat = parameters.filter { character in
      if "([<".contains(character) { depth += 1 }
      if ")]>".contains(character) { depth -= 1 }
      return depth == 0
    }
    return flat.split(separator: ",").compactMap { $0.split { $0 == " " || $0 == "\n" || $0 == ":" }.first.map { $0 + ":" } }.joined()
  }

  /// Up to where what is open already is closed.
  private static func inside(_ rest: Substring, _ open: Character, _ close: Character) -> Substring {
    var depth = 1
    return rest.prefix { character in
      if character == open { depth += 1 }
      if character == close { depth -= 1 }
      return depth > 0
    }
  }
}
