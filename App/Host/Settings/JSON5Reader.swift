import Values

/// A value of a JSON5 file, with the place where it begins.
struct JSON5Node {
  enum Content {
    case null
    case bool(Bool)
    case int(Int64)
    case text(String)
    case list([JSON5Node])
    /// In the order of the file; a name may come twice, which whoever reads it has to say.
    case object([JSON5Member])
  }

  let content: Content
  let place: FilePlace

  /// The same without places.
  var value: Value {
    switch content {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(number)
    case .text(let text): .text(text)
    case .list(let items): .list(items.map(\.value))
    case .object(let members): .object(members.map { Value.Member($0.name, $0.node.value) })
    }
  }

  /// What it is, for whoever wrote it.
  var kind: Texts {
    switch content {
    case .null: Texts("تهی (null)", "null")
    case .bool: Texts("درست یا نادرست", "true or false")
    case .int: Texts("عدد", "a number")
    case .text: Texts("متن", "a text")
    case .list: Texts("فهرست", "a list")
    case .object: Texts("شیء", "an object")
    }
  }
}

/// A member of an object, with the place of its name.
struct JSON5Member {
  let name: String
  let place: FilePlace
  let node: JSON5Node
}

/// Where something stands in a file, both from 1; columns are counted in Unicode scalars, as most editors do.
struct FilePlace: Sendable, Hashable, Comparable {
  var line: Int
  var column: Int

  static let start = FilePlace(line: 1, column: 1)

  static func < (left: FilePlace, right: FilePlace) -> Bool { (left.line, left.column) < (right.line, right.column) }
}

/// What is wrong with the text of a file, at its first wrong place.
struct JSON5Fault: Error {
  let place: FilePlace
  let texts: Texts
}

/// Reads JSON5 (json5.org: comments, trailing commas, unquoted names, single quotes, hexadecimal numbers); whole numbers only.
/// Foundation reads it too, but tells neither where a value stands nor that a name was given twice.
struct JSON5Reader {
  private static let maximumDepth = 32

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var place = FilePlace.start
  private var depth = 0

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// - Throws: `JSON5Fault` at the first place that cannot be read.
  static func read(_ octets: [UInt8]) throws(JSON5Fault) -> JSON5Node {
    guard let text = String(validating: octets, as: UTF8.self) else {
      throw JSON5Fault(place: .start, texts: Texts("متن UTF-8 معتبر نیست.", "The text is not valid UTF-8."))
    }
    var reader = JSON5Reader(text)
    if reader.here == "\u{FEFF}" { reader.at = 1 }
    try reader.skipBlanks()
    let node = try reader.node()
    try reader.skipBlanks()
    guard reader.here == nil else { throw reader.fault("پس از پایان متن چیزی هست.", "There is something behind the end.") }
    return node
  }

  private var here: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }
  private var next: Unicode.Scalar? { at + 1 < scalars.count ? scalars[at + 1] : nil }

  private mutating func advance() {
    let isLineEnd = here == "\n" || (here == "\r" && next != "\n") || here == "\u{2028}" || here == "\u{2029}"
    place = isLineEnd ? FilePlace(line: place.line + 1, column: 1) : FilePlace(line: place.line, column: place.column + 1)
    at += 1
  }

  private func fault(_ fa: String, _ en: String, at other: FilePlace? = nil) -> JSON5Fault {
    JSON5Fault(place: other ?? place, texts: Texts(fa, en))
  }

  private func unexpected(_ fa: String, _ en: String) -> JSON5Fault {
    guard let here else { return fault("متن ناتمام است؛ \(fa) انتظار می‌رفت.", "The text ends where \(en) was expected.") }
    return fault("به جای «\(here)» \(fa) انتظار می‌رفت.", "\(en.prefix(1).uppercased() + en.dropFirst()) was expected instead of `\(here)`.")
  }

  private mutating func skipBlanks() throws(JSON5Fault) {
    while let scalar = here {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        advance()
      } else if scalar == "/", next == "/" {
        while let scalar = here, scalar != "\n", scalar != "\r" { advance() }
      } else if scalar == "/", next == "*" {
        let start = place
        repeat { advance() } while here != nil && !(here == "*" && next == "/")
        guard here != nil else { throw fault("توضیح بسته نشده است.", "The comment is not closed.", at: start) }
        advance()
        advance()
      } else {
        return
      }
    }
  }

  private mutating func node() throws(JSON5Fault) -> JSON5Node {
    let start = place
    switch here {
    case "{", "[":
      depth += 1
      defer { depth -= 1 }
      guard depth <= JSON5Reader.maximumDepth else { throw fault("بیش از ۳۲ لایه تودرتو.", "Nested more than 32 deep.") }
      return JSON5Node(content: here == "{" ? .object(try members()) : .list(try items()), place: start)
    case "\"", "'": return JSON5Node(content: .text(try text()), place: start)
    case let scalar? where JSON5Reader.beginsNumber(scalar): return JSON5Node(content: .int(try number()), place: start)
    case let scalar? where JSON5Reader.beginsName(scalar): return JSON5Node(content: try word(), place: start)
    default: throw unexpected("مقداری", "a value")
    }
  }

  private mutating func members() throws(JSON5Fault) -> [JSON5Member] {
    var members: [JSON5Member] = []
    advance()
    while true {
      try skipBlanks()
      if here == "}" { break }
      let start = place
      let name = here == "\"" || here == "'" ? try text() : try name()
      try skipBlanks()
      guard here == ":" else { throw unexpected("«:»", "`:`") }
      advance()
      try skipBlanks()
      members.append(JSON5Member(name: name, place: start, node: try node()))
      try skipBlanks()
      if here == "}" { break }
      guard here == "," else { throw unexpected("«,» یا «}»", "`,` or `}`") }
      advance()
    }
    advance()
    return members
  }

  private mutating func items() throws(JSON5Fault) -> [JSON5Node] {
    var items: [JSON5Node] = []
    advance()
    while true {
      try skipBlanks()
      if here == "]" { break }
      items.append(try node())
      try skipBlanks()
      if here == "]" { break }
      guard here == "," else { throw unexpected("«,» یا «]»", "`,` or `]`") }
      advance()
    }
    advance()
    return items
  }

  private static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || scalar == "$"
  }

  private static func beginsNumber(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "-" || scalar == "+" || scalar == "."
  }

  private mutating func name() throws(JSON5Fault) -> String {
    guard let first = here, JSON5Reader.beginsName(first) else { throw unexpected("نامی", "a name") }
    var name = String.UnicodeScalarView()
    while let scalar = here, JSON5Reader.beginsName(scalar) || scalar.properties.numericType != nil || scalar == "\u{200C}" {
      name.append(scalar)
      advance()
    }
    return String(name)
  }

  private mutating func word() throws(JSON5Fault) -> JSON5Node.Content {
    let start = place
    switch try name() {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case "Infinity", "NaN": throw fault("فقط عدد صحیح پذیرفته است.", "Only whole numbers are accepted.", at: start)
    case let name: throw fault("متن را در گیومه بنویسید: \"\(name)\"", "Write a text in quotes: \"\(name)\"", at: start)
    }
  }

  private mutating func number() throws(JSON5Fault) -> Int64 {
    let start = place
    var text = ""
    if here == "-" { text = "-" }
    if here == "-" || here == "+" { advance() }
    let isHexadecimal = here == "0" && (next == "x" || next == "X")
    if isHexadecimal {
      advance()
      advance()
    }
    while let scalar = here, scalar.properties.isASCIIHexDigit && (isHexadecimal || ("0"..."9").contains(scalar)) {
      text.unicodeScalars.append(scalar)
      advance()
    }
    if here == "." || (!isHexadecimal && (here == "e" || here == "E")) || here == "I" || here == "N" {
      throw fault("فقط عدد صحیح پذیرفته است.", "Only whole numbers are accepted.", at: start)
    }
    let hasIdleZero = !isHexadecimal && text.drop { $0 == "-" }.count > 1 && text.drop { $0 == "-" }.first == "0"
    guard let number = Int64(text, radix: isHexadecimal ? 16 : 10), !hasIdleZero else {
      throw fault("این عدد خوانا نیست یا بیش از اندازه بزرگ است.", "The number cannot be read or is out of range.", at: start)
    }
    return number
  }

  private mutating func text() throws(JSON5Fault) -> String {
    let start = place
    let quote = here
    var text = String.UnicodeScalarView()
    advance()
    while let scalar = here, scalar != quote {
      guard scalar != "\n", scalar != "\r" else { throw fault("گیومه بسته نشده است.", "The quotation mark is not closed.", at: start) }
      if scalar == "\\" {
        advance()
        if let escaped = try escape() { text.append(escaped) }
      } else {
        text.append(scalar)
        advance()
      }
    }
    guard here != nil else { throw fault("گیومه بسته نشده است.", "The quotation mark is not closed.", at: start) }
    advance()
    return String(text)
  }

  /// - Returns: nil where a line goes on in the next.
  private mutating func escape() throws(JSON5Fault) -> Unicode.Scalar? {
    guard let scalar = here else { throw unexpected("نویسه‌ای", "a character") }
    if scalar == "\r", next == "\n" { advance() }
    advance()
    switch scalar {
    case "\n", "\r", "\u{2028}", "\u{2029}": return nil
    case "b": return "\u{08}"
    case "f": return "\u{0C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{0B}"
    case "0": return "\0"
    case "x": return try scalarValue(hexadecimal(2))
    case "u":
      let unit = try hexadecimal(4)
      guard (0xD800..<0xDC00).contains(unit) else { return try scalarValue(unit) }
      guard here == "\\", next == "u" else { throw unexpected("نیمهٔ دوم نویسه", "the second half of the character") }
      advance()
      advance()
      let low = try hexadecimal(4)
      guard (0xDC00..<0xE000).contains(low) else { throw unexpected("نیمهٔ دوم نویسه", "the second half of the character") }
      return try scalarValue(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
    default: return scalar
    }
  }

  private func scalarValue(_ number: UInt32) throws(JSON5Fault) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(number) else { throw fault("نویسهٔ نادرست.", "There is no such character.") }
    return scalar
  }

  private mutating func hexadecimal(_ count: Int) throws(JSON5Fault) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<count {
      guard let digit = here.flatMap({ Character($0).hexDigitValue }), here?.isASCII == true else {
        throw unexpected("رقم شانزده‌شانزدهی", "a hexadecimal digit")
      }
      number = number << 4 | UInt32(digit)
      advance()
    }
    return number
  }
}
