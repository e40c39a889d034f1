import Persian

/// Text broken between words, by the width that characters take on a screen.
public enum Wrapping {
  /// What is longer than a line stands alone.
  ///
  /// - Parameters:
  ///   - width: columns of a line, its indent among them.
  ///   - indent: blanks before the lines after the first.
  ///   - tail: what ends every line that goes on, such as ` \`.
  public static func lines(_ text: String, to width: Int, indent: Int = 2, tail: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    let room = width - PersianText.displayWidth(tail)
    for word in text.split(separator: " ") {
      if !line.isEmpty, PersianText.displayWidth(line) + 1 + PersianText.displayWidth(String(word)) > room {
        lines.append(line + tail)
        line = String(repeating: " ", count: indent) + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
