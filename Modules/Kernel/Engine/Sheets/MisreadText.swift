/// UTF-8 that some program took for another encoding and saved again: «نام» became «ظ†ط§ظ…» (windows-1256) or «Ù†Ø§Ù…»
/// (windows-1252). It is well-formed text of other words, so that nobody but a reader would see it once it is in.
struct MisreadText {
  /// For what it was taken.
  let encoding: String
  /// Where it stands, from 1.
  let line: Int
  /// As it stands there, and what it was.
  let shown: String
  let meant: String

  /// Fewer letters than these may be chance.
  private static let fewest = 4

  /// The first line that was taken for something else; nil where there is none.
  ///
  /// - Parameter text: well-formed UTF-8.
  static func first(in text: [UInt8]) -> MisreadText? {
    var number = 0
    var rest = text[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      number += 1
      // Letters of one octet are none of it, and most lines end at their first letter.
      guard line.contains(where: { $0 >= 0x80 }) else { continue }
      for (name, octet) in [("windows-1256", Windows1256.octet), ("windows-1252", latin)] {
        guard let meant = undone(line, octet) else { continue }
        let cells = [String(decoding: line, as: UTF8.self), meant].map { text in
          text.split { ",;\t\r\"".contains($0) }.first { $0.utf8.contains { $0 >= 0x80 } }.map(String.init)?.shownTitle ?? ""
        }
        return MisreadText(encoding: name, line: number, shown: cells[0], meant: cells[1])
      }
    }
    return nil
  }

  /// The line with each letter as the octet that it was taken from, where that is UTF-8 again with letters that are none of
  /// Latin; nil for any other line.
  private static func undone(_ line: ArraySlice<UInt8>, _ octet: (UInt32) -> UInt8?) -> String? {
    var octets: [UInt8] = []
    var open = 0
    var letters = 0
    // One by one: hardly a line is read beyond its first word.
    var rest = line.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let letter) = decoder.decode(&rest) {
      guard let octet = letter.value < 0x80 ? UInt8(letter.value) : octet(letter.value) else { return nil }
      switch (open, octet) {
      case (0, ..<0x80): break
      // Arabic letters have two octets, half-spaces and marks three.
      case (0, 0xD8...0xDB): (open, letters) = (1, letters + 1)
      case (0, 0xC2...0xDF): open = 1
      case (0, 0xE0...0xEF): open = 2
      case (1..., 0x80...0xBF): open -= 1
      default: return nil
      }
      octets.append(octet)
    }
    guard open == 0, letters >= fewest else { return nil }
    return String(decoding: octets, as: UTF8.self)
  }

  /// The Western code page of Windows: Latin-1 with marks where that has controls.
  private static func latin(_ letter: UInt32) -> UInt8? {
    if let mark = marks.firstIndex(of: letter) { return 0x80 + UInt8(mark) }
    return letter < 0x100 ? UInt8(letter) : nil
  }

  private static let marks: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
