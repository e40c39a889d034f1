/// How answers are written.
public enum OutputMode: String, CaseIterable, Sendable {
  /// `table` and `vertical` for people at a terminal; the others for files and programs, without direction controls.
  case table, vertical, json, jsonl, csv, tsv, markdown, html

  /// Read by programs: errors become problem objects as well.
  var isJSON: Bool { self == .json || self == .jsonl }
  /// Read by people: words instead of codes.
  var isForPeople: Bool { [.table, .vertical, .markdown, .html].contains(self) }
}

/// What is done about mixed directions on a terminal; files and pipes never get direction controls.
public enum BidiSetting: String, CaseIterable, Sendable {
  /// Chosen by what the terminal says of itself.
  case auto
  /// First-strong isolates around Persian cells, for terminals that reorder.
  case isolate
  /// Letters shaped and put in visual order here, for terminals that do neither.
  case visual
  /// Text in the order of its letters, as a file has it.
  case off
}

/// Digits on the screen.
public enum DigitSetting: String, CaseIterable, Sendable {
  /// Persian or Western.
  case fa, en
}

/// `\x`: one field a line.
enum Expansion: String {
  case off, on
  /// Where the table is wider than the terminal.
  case auto
}
