import Persian

/// Shows a long text a screen at a time: blank or Enter goes on, q ends.
struct Pager {
  let rows: Int
  let columns: Int

  /// The text in pieces that fit the screen with a line left over for the question.
  func pages(_ text: String) -> [String] {
    var pages: [String] = []
    var page = ""
    var used = 0
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let height = max(1, (PersianText.displayWidth(line) + columns - 1) / max(1, columns))
      if used > 0, used + height > max(1, rows - 1) {
        pages.append(page)
        (page, used) = ("", 0)
      }
      page += line + "\n"
      used += height
    }
    // The text's last line break opened an empty line.
    page.removeLast()
    return page.isEmpty ? pages : pages + [page]
  }
}
