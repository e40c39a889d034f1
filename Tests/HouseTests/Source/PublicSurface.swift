/// A declaration that other targets see, and the comment that stands before it.
struct PublicDeclaration: Equatable {
  /// `func`, `init`, `var`, `case` …
  let keyword: String
  let name: String
  /// Counted from 1.
  let line: Int
  /// Whether calling it (or getting it) may throw; not so for what only passes on a closure's errors.
  let canThrow: Bool
  /// Its `///` lines without the slashes; empty for none.
  let comment: [String]
}

/// The public declarations of one file, read from its text: what is marked `public` in types that are public themselves, the
/// requirements of public protocols, the cases of public enums, and the members of extensions marked `public`.
///
/// As the compiler counts, a case on the very line of its enum is a declaration of its own, which no comment can stand before.
struct PublicSurface {
  private(set) var declarations: [PublicDeclaration] = []

  /// What an open brace belongs to.
  private enum Room: Equatable {
    case publicEnum, publicProtocol, publicExtension, publicType, hidden
    /// An extension without a modifier: its members are what they say themselves.
    case plain
    case body
  }

  private static let keywords: Set<String> = [
    "func", "init", "var", "let", "case", "struct", "class", "enum", "protocol", "typealias", "subscript", "actor",
    "associatedtype", "extension",
  ]
  private static let access: Set<String> = ["public", "open", "package", "internal", "fileprivate", "private"]
  private static let types: Set<String> = ["struct", "class", "enum", "protocol", "actor", "extension"]

  private let visible: Set<String>
  private let lines: [String]
  private let code: [String]
  private var rooms: [Room] = []
  /// What the next open brace belongs to, when a type's head has begun and its brace has not come yet.
  private var pending: Room?
  /// Parentheses and brackets open at the end of the line read last.
  private var depth = 0

  /// - Parameter seesPackage: looks also at what is `package`.
  init(_ source: String, seesPackage: Bool = false) {
    visible = seesPackage ? ["public", "open", "package"] : ["public", "open"]
    lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    code = SwiftText(source).code
    for index in code.indices {
      if depth == 0, rooms.last != .body { readHead(index) }
      readBraces(code[index])
    }
  }

  private mutating func readHead(_ index: Int) {
    let words = PublicSurface.withoutAttributes(code[index]).split(whereSeparator: { $0 == " " })
    guard let place = words.firstIndex(where: { PublicSurface.keywords.contains(PublicSurface.head($0)) }) else { return }
    var modifiers = words[..<place].map(String.init)
    var keyword = PublicSurface.head(words[place])
    var rest = words[place...].joined(separator: " ").dropFirst(keyword.count).drop { $0 == " " }
    if keyword == "class", let next = rest.split(separator: " ").first.map(String.init), PublicSurface.keywords.contains(next) {
      modifiers.append(keyword)
      keyword = next
      rest = rest.dropFirst(next.count).drop { $0 == " " }
    }
    // A word such as `case` or `init` inside an expression stands behind something that is no modifier.
    guard modifiers.allSatisfy({ $0 != "import" && $0.allSatisfy { $0.isLetter || $0 == "(" || $0 == ")" } }) else { return }
    let marked = modifiers.first(where: PublicSurface.access.contains)
    let isPublic =
      switch rooms.last {
      case nil, .publicType, .plain: marked.map(visible.contains) ?? false
      case .publicEnum: keyword == "case" || marked.map(visible.contains) ?? false
      case .publicProtocol: true
      case .publicExtension: marked.map(visible.contains) ?? true
      case .hidden, .body: false
      }
    if PublicSurface.types.contains(keyword) { pending = room(keyword, isPublic, marked) }
    guard isPublic, keyword != "extension" else { return }
    declarations.append(
      PublicDeclaration(
        keyword: keyword, name: name(keyword, String(rest)), line: index + 1, canThrow: canThrow(index, keyword),
        comment: comment(above: index)))
    if keyword == "enum", let inline = code[index].firstMatch(of: /\{ *case (\w+)/) {
      declarations.append(PublicDeclaration(keyword: "case", name: String(inline.output.1), line: index + 1, canThrow: false, comment: []))
    }
  }

  private func room(_ keyword: String, _ isPublic: Bool, _ marked: String?) -> Room {
    if keyword == "extension" { return marked.map(visible.contains) ?? false ? .publicExtension : .plain }
    guard isPublic else { return .hidden }
    return keyword == "enum" ? .publicEnum : keyword == "protocol" ? .publicProtocol : .publicType
  }

  private mutating func readBraces(_ line: String) {
    for character in line {
      switch character {
      case "{":
        rooms.append(pending ?? .body)
        pending = nil
      case "}": _ = rooms.popLast()
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      default: break
      }
    }
  }

  /// With the first label where there are any: `encode(to`, `init(from`, `next(`; operators and properties bare.
  private func name(_ keyword: String, _ rest: String) -> String {
    if keyword == "subscript" { return keyword }
    let isOperator = keyword == "func" && rest.first.map { !$0.isLetter && $0 != "_" && $0 != "`" } ?? false
    if isOperator { return String(rest.prefix { $0 != "(" && $0 != " " }) }
    let base = keyword == "init" ? "init" : String(rest.prefix { $0.isLetter || $0.isNumber || "_`.".contains($0) })
    guard keyword == "func" || keyword == "init" else { return base }
    let label = rest.drop { $0 != "(" }.dropFirst().prefix { $0.isLetter || $0 == "_" }
    return base + "(" + label
  }

  /// Whether `throws` stands in its head outside of every parenthesis; of a property or a subscript, in `get throws`.
  private func canThrow(_ index: Int, _ keyword: String) -> Bool {
    var head = ""
    var inner = 0
    let isProperty = keyword == "var" || keyword == "subscript"
    reading: for (offset, line) in code[index...].enumerated() {
      for character in line {
        if character == "{", inner == 0 { break reading }
        if "([".contains(character) { inner += 1 }
        if inner == 0 { head.append(character) }
        if ")]".contains(character) { inner -= 1 }
      }
      head.append(" ")
      // A requirement has no body; its head ends with its line, unless parentheses go on or the next line does.
      let goesOn =
        offset + index + 1 < code.count && ["throws", "->", "where", ")", "{"].contains { code[index + offset + 1].trimmed.hasPrefix($0) }
      if inner == 0, !goesOn { break }
    }
    if isProperty {
      let body = code[index...].prefix(code[index].hasSuffix("{") ? 2 : 1).joined(separator: " ")
      return body.words.adjacent("get", "throws")
    }
    return ["func", "init"].contains(keyword) && head.words.contains("throws")
  }

  /// The lines of `///` above a declaration; attributes and other comments may stand between.
  private func comment(above index: Int) -> [String] {
    var found: [String] = []
    for line in lines[..<index].reversed().lazy.map(\.trimmed) {
      if line.hasPrefix("///") {
        found.append(String(line.dropFirst(3)).trimmed)
      } else if !found.isEmpty || !(line.hasPrefix("@") || line.hasPrefix("//")) {
        break
      }
    }
    return found.reversed()
  }

  private static func head(_ word: some StringProtocol) -> String { String(word.prefix { $0.isLetter }) }

  /// `@inlinable @inline(__always) public func` → `public func`.
  private static func withoutAttributes(_ line: String) -> Substring {
    var rest = line[...].drop { $0 == " " }
    while rest.hasPrefix("@") {
      rest = rest.dropFirst().drop { $0.isLetter || $0.isNumber || $0 == "_" }
      if rest.hasPrefix("(") { rest = rest.drop { $0 != ")" }.dropFirst() }
      rest = rest.drop { $0 == " " }
    }
    return rest
  }
}

extension [Substring] {
  fileprivate func adjacent(_ first: Substring, _ second: Substring) -> Bool {
    zip(self, dropFirst()).contains { $0.0 == first && $0.1 == second }
  }
}
