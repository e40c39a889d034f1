import Persian

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
