import Persian
import Values

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
