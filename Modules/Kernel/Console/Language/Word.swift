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
