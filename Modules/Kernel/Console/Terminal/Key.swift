/// One thing a person did at the keyboard.
enum Key: Equatable {
  case text(String)
  case paste(String)
  case enter, tab, backspace, delete
  case left, right, wordLeft, wordRight, home, end, up, down
  /// Ctrl-C, Ctrl-D, Ctrl-R, Ctrl-G, Ctrl-K, Ctrl-U, Ctrl-W, Ctrl-L.
  case cancel, endOfInput, search, abort, killToEnd, killToStart, killWord, clearScreen
  /// Ctrl-Y, Alt-D.
  case yank, killWordRight
  case escape
  /// The terminal changed its size.
  case resized
  /// The terminal went away.
  case closed
  /// A sequence that means nothing here.
  case nothing
}

extension Key {
  /// The key behind a control byte (below 0x20, or 0x7F); nil for ESC, which begins a sequence.
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x01: .home
    case 0x02: .left
    case 0x03: .cancel
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x06: .right
    case 0x07: .abort
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x0B: .killToEnd
    case 0x0C: .clearScreen
    case 0x0E: .down
    case 0x10: .up
    case 0x12: .search
    case 0x15: .killToStart
    case 0x17: .killWord
    case 0x19: .yank
    case 0x1B: nil
    default: .nothing
    }
  }

  /// The key behind `ESC [ parameters final` (ECMA-48) or `ESC O final`.
  static func sequence(_ parameters: String, _ final: UInt8) -> Key {
    let isWord = parameters.hasSuffix(";5") || parameters.hasSuffix(";3")
    switch final {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return isWord ? .wordRight : .right
    case UInt8(ascii: "D"): return isWord ? .wordLeft : .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "~"):
      switch parameters {
      case "1", "7": return .home
      case "4", "8": return .end
      case "3": return .delete
      default: return .nothing
      }
    default: return .nothing
    }
  }
}
