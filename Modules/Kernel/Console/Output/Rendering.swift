import Persian
import Values

/// Writes an answer in a mode.
enum Rendering {
  /// - Parameter columns: those of a list's rows, where they are known beforehand.
  static func text(
    _ value: Value, columns: [String] = [], mode: OutputMode, expansion: Expansion, style: Style
  ) -> String {
    switch mode {
    case .json: return Visible.json(JSONWriter.text(value)) + "\n"
    case .jsonl:
      let lines = value.isPage ? value["items"]?.items ?? [] : value.listed
      return lines.map { Visible.json(JSONWriter.text($0)) + "\n" }.joined()
    case .csv: return SeparatedWriter.csv(Grid(value, expected: columns))
    case .tsv: return SeparatedWriter.tsv(Grid(value, expected: columns))
    case .markdown: return MarkupWriter.markdown(Grid(value, expected: columns, isOpened: true).persianLast, style.withoutDirection)
    case .html: return MarkupWriter.html(Grid(value, expected: columns, isOpened: true), style.withoutDirection)
    case .vertical: return VerticalWriter.write(Grid(value, expected: columns, isOpened: true), style)
    case .table: return ScreenWriter.write(Grid(value, expected: columns, isOpened: true), expansion, style)
    }
  }
}

extension Value {
  fileprivate var listed: [Value] { if case .list(let items) = self { items } else { [self] } }
}

extension Style {
  fileprivate var withoutDirection: Style {
    var style = self
    style.direction = .plain
    return style
  }
}

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
enum Expansion: String, CaseIterable {
  case off, on
  /// Where the table is wider than the terminal.
  case auto
}

/// What the place where the text appears allows and asks for.
struct Style {
  enum Direction { case plain, isolate, visual }

  var direction: Direction = .plain
  var digits: DigitSetting = .en
  /// The one in which its reader is spoken to.
  var language: Language = .fa
  /// What stands for a value that is absent.
  var null = Style.standardNull
  /// Columns of the screen.
  var width = 80

  static let standardNull = "∅"

  /// A cell as it is shown to people.
  func shown(_ cell: Cell) -> String {
    let text = Visible.text(cell.text)
    switch cell.kind {
    case .null: return null
    case .number, .day: return digits == .fa ? PersianText.persianDigits(text) : text
    case .text:
      let isPersian = Visible.isRightToLeft(text)
      return directed(isPersian && digits == .fa ? PersianText.persianDigits(text) : text)
    }
  }

  /// Persian text prepared for the terminal; all other text as it is.
  func directed(_ text: String) -> String {
    guard direction != .plain, Visible.isRightToLeft(text) else { return text }
    return direction == .isolate ? "\u{2068}" + text + "\u{2069}" : VisualOrder.arranged(text)
  }

  func number(_ count: Int) -> String { digits == .fa ? PersianText.persianDigits(String(count)) : String(count) }
}
