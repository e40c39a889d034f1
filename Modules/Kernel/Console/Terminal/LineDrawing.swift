import Persian

/// What stands before the line, once for counting and once with colour.
struct Prompt {
  var plain: String
  var styled: String

  init(_ plain: String, styled: String? = nil) {
    self.plain = plain
    self.styled = styled ?? plain
  }
}

/// Draws the whole line anew after each key: in a mixed line no terminal can be trusted to patch a part of it.
struct LineDrawing {
  /// The row of the cursor below the prompt's row, from the last drawing.
  private var cursorRow = 0

  private struct CursorPosition {
    var row = 0
    var column = 0

    mutating func pass(_ text: String, columns: Int) {
      for character in text {
        guard character != "\n" else {
          (row, column) = (row + 1, 0)
          continue
        }
        let width = PersianText.displayWidth(String(character))
        if column + width > columns { (row, column) = (row + 1, 0) }
        column += width
      }
    }
  }

  /// The bytes that bring the screen from the last drawing to this one.
  mutating func draw(_ prompt: Prompt, _ line: LineBuffer, columns: Int) -> String {
    var bytes = "\r"
    if cursorRow > 0 { bytes += "\u{1B}[\(cursorRow)A" }
    // A terminal in raw mode that keeps its line breaks goes to the margin by itself; "\r" does no harm there.
    bytes += "\u{1B}[J" + prompt.styled + (line.before + line.after).replacing("\n", with: "\r\n")
    var cursor = CursorPosition()
    cursor.pass(prompt.plain + line.before, columns: columns)
    var end = cursor
    end.pass(line.after, columns: columns)
    // A terminal waits at the margin until the next character; a line break settles where the cursor is.
    if end.column >= columns {
      bytes += "\n"
      end = CursorPosition(row: end.row + 1, column: 0)
    }
    if cursor.column >= columns { cursor = CursorPosition(row: cursor.row + 1, column: 0) }
    if end.row > cursor.row { bytes += "\u{1B}[\(end.row - cursor.row)A" }
    bytes += "\r"
    if cursor.column > 0 { bytes += "\u{1B}[\(cursor.column)C" }
    cursorRow = cursor.row
    return bytes
  }

  /// The window has another width, and what was drawn was broken into other rows by the terminal.
  mutating func resize(_ prompt: Prompt, _ line: LineBuffer, columns: Int) {
    var cursor = CursorPosition()
    cursor.pass(prompt.plain + line.before, columns: columns)
    cursorRow = cursor.column >= columns ? cursor.row + 1 : cursor.row
  }

  /// The next drawing begins on a line of its own.
  mutating func startAgain() { cursorRow = 0 }
}
