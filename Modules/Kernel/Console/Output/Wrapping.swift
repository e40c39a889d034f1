import Persian
import Values

/// Text broken between words, by the width that characters take on a screen.
public enum Wrapping {
  /// What is longer than a line stands alone.
  ///
  /// - Parameters:
  ///   - width: columns of a line, its indent among them.
  ///   - indent: blanks before the lines after the first.
  ///   - tail: what ends every line that goes on, such as ` \`.
  ///   - breaksWords: whether a word that is longer than a line goes on in the next one.
  public static func lines(_ text: String, to width: Int, indent: Int = 2, tail: String = "", breaksWords: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    let room = width - PersianText.displayWidth(tail)
    let words = text.split(separator: " ")
    for word in breaksWords ? words.flatMap({ pieces($0, max(1, room - indent)) }) : words {
      if !line.isEmpty, PersianText.displayWidth(line) + 1 + PersianText.displayWidth(String(word)) > room {
        lines.append(line + tail)
        line = String(repeating: " ", count: indent) + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A word in as many pieces as it needs lines.
  private static func pieces(_ word: Substring, _ room: Int) -> [Substring] {
    guard PersianText.displayWidth(String(word)) > room else { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    var used = 0
    for place in word.indices {
      let columns = PersianText.displayWidth(String(word[place]))
      if used + columns > room, place > start {
        pieces.append(word[start..<place])
        (start, used) = (place, 0)
      }
      used += columns
    }
    return pieces + [word[start...]]
  }
}

/// Makes what data must not do to a terminal or to the order of a line visible instead.
enum Visible {
  /// Control characters, direction controls and other unseen scalars; ZWNJ and ZWJ are part of Persian spelling.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// - Parameter keepsLines: leaves line breaks and tabs to a format that has its own way with them.
  static func text(_ text: String, keepsLines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case _ where !isHidden(scalar): shown.unicodeScalars.append(scalar)
      case "\n", "\r", "\t":
        if keepsLines {
          shown.unicodeScalars.append(scalar)
        } else {
          shown += scalar == "\n" ? "\\n" : scalar == "\r" ? "\\r" : "\\t"
        }
      default: shown += Hex.escape(scalar)
      }
    }
    return shown
  }

  /// JSON text with its hidden scalars written as escapes; they can stand in strings only.
  static func json(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      guard isHidden(scalar) else {
        shown.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        shown += "\\u" + Hex.encode([UInt8(unit >> 8), UInt8(unit & 0xFF)])
      }
    }
    return shown
  }

  /// Whether the text has letters that run from right to left.
  static func isRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains { BidiClass($0) == .right }
  }
}
