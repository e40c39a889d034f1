public import Values

/// How a sheet's octets stand for letters, as the programs of people write them.
public enum SheetEncoding: String, Choice, Codable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1256 = "windows-1256"

  /// What programs call them when they save.
  public var texts: Texts {
    switch self {
    case .utf8: Texts("یونیکد UTF-8", "Unicode UTF-8")
    case .utf16LittleEndian: Texts("یونیکد UTF-16، کم‌ارزش نخست", "Unicode UTF-16, little-endian")
    case .utf16BigEndian: Texts("یونیکد UTF-16، پرارزش نخست", "Unicode UTF-16, big-endian")
    case .windows1256: Texts("عربی ویندوز ۱۲۵۶", "Arabic Windows 1256")
    }
  }

  /// What can be written.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// - Parameter name: as typed; `cp1256` and `utf-16`, which is what Windows calls its own order, are known too.
  /// - Throws: `Refusal` for another name.
  public init(naming name: String) throws {
    guard let known = SheetEncoding(named: name) else {
      let all = SheetEncoding.names
      throw Refusal.input(
        "/encoding", "import.encoding-unknown",
        Texts("رمزگذاری «\(name)» شناخته نیست. شناخته‌ها: \(all)", "The encoding \"\(name)\" is not known. Known: \(all)"))
    }
    self = known
  }

  private init?(named name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16le", "utf-16", "utf16", "utf16le", "unicode": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    case "windows-1256", "windows1256", "cp1256", "1256": self = .windows1256
    default: return nil
    }
  }

  /// The text of a sheet as UTF-8 without a mark.
  ///
  /// - Parameter named: what its sender says it is; a mark at its beginning says it better. Nil takes UTF-8 without a mark
  ///   and names what anything else looks like.
  /// - Throws: `Refusal` `import.encoding` with the row at which the octets are no text of the encoding.
  public static func text(of octets: [UInt8], named: SheetEncoding?) throws -> [UInt8] {
    if octets.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw Refusal.encoding(
        "این یک کارپوشهٔ اکسل است، نه CSV؛ آن را به شکل «CSV UTF-8» ذخیره کنید.",
        "This is an Excel workbook, no CSV: save it as \"CSV UTF-8\".")
    }
    let text = try read(octets, named: named)
    if let nothing = text.firstIndex(of: 0) {
      let line = text[...].line(of: nothing)
      throw Refusal.encoding("سطر \(line) نویسهٔ تهی (NUL) دارد و متن نیست.", "Line \(line) holds a NUL and is no text.")
    }
    if let misread = MisreadText.first(in: text) {
      throw Refusal.encoding(
        "در سطر \(misread.line) به جای «\(misread.meant)» نوشته شده است «\(misread.shown)»: برنامه‌ای برگه را \(misread.encoding) خوانده و از نو ذخیره کرده است. نسخهٔ پیش از آن را با رمزگذاری UTF-8 باز کنید و دوباره ذخیره کنید.",
        "Line \(misread.line) says \"\(misread.shown)\" where \"\(misread.meant)\" was meant: some program took the sheet for \(misread.encoding) and saved it again. Open the one before that as UTF-8 and save it once more."
      )
    }
    return text
  }

  private static func read(_ octets: [UInt8], named: SheetEncoding?) throws -> [UInt8] {
    switch octets.prefix(3) {
    case let mark where mark.elementsEqual([0xEF, 0xBB, 0xBF]): return try utf8(octets.dropFirst(3))
    case let mark where mark.starts(with: [0xFF, 0xFE]): return try utf16(octets.dropFirst(2), isBigEndian: false)
    case let mark where mark.starts(with: [0xFE, 0xFF]): return try utf16(octets.dropFirst(2), isBigEndian: true)
    default: break
    }
    switch named {
    case .utf8: return try utf8(octets[...])
    case .utf16LittleEndian: return try utf16(octets[...], isBigEndian: false)
    case .utf16BigEndian: return try utf16(octets[...], isBigEndian: true)
    case .windows1256:
      // Every octet is a letter of it, so that UTF-8 would go in as other words.
      if octets.contains(where: { $0 >= 0x80 }), octets[...].firstOutsideUTF8 == nil { throw Refusal.encoding(.utf8) }
      return Windows1256.decode(octets[...])
    case nil: return try unnamed(octets[...])
    }
  }

  private static func utf8(_ octets: ArraySlice<UInt8>) throws -> [UInt8] {
    guard let wrong = octets.firstOutsideUTF8 else { return Array(octets) }
    throw Refusal.encoding(
      "سطر \(octets.line(of: wrong)) متن UTF-8 نیست.", "Line \(octets.line(of: wrong)) is no UTF-8 text.")
  }

  /// Without a mark and a name: UTF-8, or a refusal that says what it looks like.
  private static func unnamed(_ octets: ArraySlice<UInt8>) throws -> [UInt8] {
    let head = octets.prefix(4_096)
    if head.contains(0) {
      // Persian and Latin letters alike have one octet of 0 or 6 in UTF-16; where it stands tells the order.
      let evens = head.enumerated().count { $0.offset % 2 == 0 && ($0.element == 0 || $0.element == 6) }
      throw Refusal.encoding(evens * 4 > head.count ? .utf16BigEndian : .utf16LittleEndian)
    }
    guard let wrong = octets.firstOutsideUTF8 else { return Array(octets) }
    // Older programs' Persian is no UTF-8 from its first letter on; what was, and ends in the middle of one, was cut.
    let isCut = wrong >= octets.endIndex - 3 || octets[..<wrong].contains { $0 >= 0x80 }
    let high = octets.count { $0 >= 0x80 }
    guard !isCut, Windows1256.arabicLetters(in: octets) * 2 > high else {
      throw Refusal.encoding(
        "سطر \(octets.line(of: wrong)) متن UTF-8 نیست.", "Line \(octets.line(of: wrong)) is no UTF-8 text.")
    }
    throw Refusal.encoding(.windows1256)
  }

  private static func utf16(_ octets: ArraySlice<UInt8>, isBigEndian: Bool) throws -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(octets.count)
    var units = UTF16Units(octets: octets, isBigEndian: isBigEndian)
    var decoder = UTF16()
    var lines = 1
    while true {
      switch decoder.decode(&units) {
      case .scalarValue(let letter):
        if letter == "\n" { lines += 1 }
        text.append(contentsOf: String(letter).utf8)
      case .emptyInput where units.isWhole: return text
      case .emptyInput, .error:
        throw Refusal.encoding("سطر \(lines) متن UTF-16 نیست.", "Line \(lines) is no UTF-16 text.")
      }
    }
  }
}

private struct UTF16Units: IteratorProtocol {
  let octets: ArraySlice<UInt8>
  let isBigEndian: Bool
  private var place: Int
  /// No octet is left over.
  var isWhole: Bool { place == octets.endIndex }

  init(octets: ArraySlice<UInt8>, isBigEndian: Bool) {
    self.octets = octets
    self.isBigEndian = isBigEndian
    place = octets.startIndex
  }

  mutating func next() -> UInt16? {
    guard octets.endIndex - place >= 2 else { return nil }
    defer { place += 2 }
    let (first, second) = (UInt16(octets[place]), UInt16(octets[place + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
}

extension ArraySlice<UInt8> {
  /// Where the first octet stands that is no part of well-formed UTF-8.
  fileprivate var firstOutsideUTF8: Int? {
    var validator = Unicode.UTF8.ForwardParser()
    var rest = makeIterator()
    var place = startIndex
    while true {
      switch validator.parseScalar(from: &rest) {
      case .valid(let letter): place += letter.count
      case .emptyInput: return nil
      case .error: return place
      }
    }
  }

  /// The line, from 1, in which an octet stands.
  fileprivate func line(of place: Int) -> Int { 1 + self[..<place].count { $0 == 0x0A } }
}

extension Refusal {
  fileprivate static func encoding(_ fa: String, _ en: String) -> Refusal {
    .input("/csv", "import.encoding", Texts(fa, en))
  }

  fileprivate static func encoding(_ seen: SheetEncoding) -> Refusal {
    encoding(
      seen == .utf8
        ? "برگه UTF-8 است؛ آن را بی --encoding بفرستید."
        : "برگه UTF-8 نیست و به \(seen.rawValue) می‌ماند؛ آن را با --encoding \(seen.rawValue) بفرستید یا از نو به شکل «CSV UTF-8» ذخیره کنید.",
      seen == .utf8
        ? "The sheet is UTF-8: send it without --encoding."
        : "The sheet is not UTF-8 and looks like \(seen.rawValue): send it with --encoding \(seen.rawValue), or save it again as \"CSV UTF-8\"."
    )
  }
}
