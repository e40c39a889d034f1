import Values

/// Splits a line into words.
///
/// `'…'` is taken literally, `"…"` knows `\"`, `\\` and `\n`; a value that begins with `{` or `[` is JSON and runs to
/// its closing bracket; `#` at the beginning of a word starts a comment.
struct Tokenizer {
  private let line: String.UnicodeScalarView
  private var at: String.Index
  /// While a line is still being typed an open quote is no mistake.
  private let isLenient: Bool

  private init(_ line: String, isLenient: Bool) {
    self.line = line.unicodeScalars
    self.isLenient = isLenient
    at = line.startIndex
  }

  /// - Throws: `Refusal` of kind `malformed`, code `console.quote`, for a quote or bracket that never closes.
  static func words(of line: String, isLenient: Bool = false) throws -> [Word] {
    var tokenizer = Tokenizer(line, isLenient: isLenient)
    var words: [Word] = []
    while let word = try tokenizer.next() { words.append(word) }
    return words
  }

  private var here: Unicode.Scalar? { at < line.endIndex ? line[at] : nil }

  private mutating func step() { at = line.index(after: at) }

  private mutating func next() throws -> Word? {
    while let scalar = here, scalar.properties.isWhitespace { step() }
    guard let first = here, first != "#" else { return nil }
    var word = Word("", start: at)
    word.name = takeName()
    if let opening = here, opening == "{" || opening == "[" {
      word.text = try json()
      return word
    }
    word.isQuoted = here == "'" || here == "\""
    var text = String.UnicodeScalarView()
    while let scalar = here, !scalar.properties.isWhitespace {
      if scalar == "'" || scalar == "\"" {
        text.append(contentsOf: try quoted(by: scalar))
      } else {
        text.append(scalar)
        step()
      }
    }
    word.text = String(text)
    return word
  }

  /// `name=` or `--name=` before a value; leaves the place as it was when there is none.
  private mutating func takeName() -> String? {
    let start = at
    var name = String.UnicodeScalarView()
    while let scalar = here, scalar.isASCII,
      scalar.properties.isAlphabetic || "0123456789_-".unicodeScalars.contains(scalar)
    {
      name.append(scalar)
      step()
    }
    guard here == "=", !name.isEmpty else {
      at = start
      return nil
    }
    step()
    return String(name)
  }

  private mutating func quoted(by quote: Unicode.Scalar) throws -> String.UnicodeScalarView {
    var text = String.UnicodeScalarView()
    step()
    while let scalar = here {
      step()
      if scalar == quote { return text }
      guard scalar == "\\", quote == "\"", let escaped = here else {
        text.append(scalar)
        continue
      }
      step()
      text.append(escaped == "n" ? "\n" : escaped)
    }
    guard isLenient else { throw Tokenizer.open(quote) }
    return text
  }

  private mutating func json() throws -> String {
    let start = at
    var depth = 0
    var isInString = false
    while let scalar = here {
      step()
      switch scalar {
      case "\\" where isInString: if here != nil { step() }
      case "\"": isInString.toggle()
      case "{" where !isInString, "[" where !isInString: depth += 1
      case "}" where !isInString, "]" where !isInString: depth -= 1
      default: break
      }
      if depth == 0 { return String(line[start..<at]) }
    }
    guard isLenient else { throw Tokenizer.open("{") }
    return String(line[start..<at])
  }

  private static func open(_ sign: Unicode.Scalar) -> Refusal {
    .console("quote", "نشانهٔ \(sign) بسته نشده است.", "The sign \(sign) is never closed.")
  }
}

/// One word of a line, without its quotes.
struct Word: Equatable {
  /// The name in `name=value` or `--name=value`, without the equals sign.
  var name: String?
  var text: String
  /// Whether the text (or its beginning) stood in quotes: then it is never a variable, an option or a null.
  var isQuoted: Bool
  /// Where it begins in its line.
  var start: String.Index

  init(_ text: String, name: String? = nil, isQuoted: Bool = false, start: String.Index = "".startIndex) {
    self.name = name
    self.text = text
    self.isQuoted = isQuoted
    self.start = start
  }

  /// The word as it would be without a name.
  var whole: String { name.map { $0 + "=" + text } ?? text }

  /// `--name`, not quoted.
  var option: String? {
    if let name { return name.hasPrefix("--") ? String(name.dropFirst(2)) : nil }
    return !isQuoted && text.hasPrefix("--") && text.utf8.count > 2 ? String(text.dropFirst(2)) : nil
  }
}
