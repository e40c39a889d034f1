import Glibc
import Persian

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

/// Turns the bytes of a terminal into keys: UTF-8, escape sequences, bracketed paste.
final class KeyReader {
  /// A paste longer than this is cut: nobody types such a command.
  static let longestPaste = 65_536

  private let descriptor: Int32
  private var waiting: ArraySlice<UInt8> = []

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  private enum Arrival {
    case byte(UInt8)
    case late, interrupted, closed
  }

  /// - Parameter milliseconds: how long to wait; -1 for ever.
  private func arrival(within milliseconds: Int32) -> Arrival {
    if let byte = waiting.popFirst() { return .byte(byte) }
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let ready = poll(&watched, 1, milliseconds)
    if ready == 0 { return .late }
    if ready < 0 { return errno == EINTR ? .interrupted : .closed }
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR { return .interrupted }
    guard count > 0 else { return .closed }
    waiting = buffer[0..<count]
    return arrival(within: 0)
  }

  /// The next byte of something already begun; nil when the rest does not come.
  private func rest(within milliseconds: Int32 = 50) -> UInt8? {
    if case .byte(let byte) = arrival(within: milliseconds) { byte } else { nil }
  }

  /// Waits for a key.
  func next() -> Key {
    switch arrival(within: -1) {
    case .late: .nothing
    case .interrupted: .resized
    case .closed: .closed
    case .byte(let byte):
      if byte == 0x1B {
        sequence()
      } else if byte < 0x20 || byte == 0x7F {
        Key.control(byte) ?? .nothing
      } else {
        character(byte)
      }
    }
  }

  private func character(_ first: UInt8) -> Key {
    let more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var bytes = [first]
    for _ in 0..<more {
      guard let byte = rest() else { return .nothing }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return .nothing }
    let clean = PersianText.withoutControls(text)
    return clean.isEmpty ? .nothing : .text(clean)
  }

  private func sequence() -> Key {
    guard let second = rest() else { return .escape }
    switch second {
    case UInt8(ascii: "b"): return .wordLeft
    case UInt8(ascii: "f"): return .wordRight
    case UInt8(ascii: "d"): return .killWordRight
    case 0x7F, 0x08: return .killWord
    case UInt8(ascii: "O"): return rest().map { Key.sequence("", $0) } ?? .nothing
    case UInt8(ascii: "["):
      var parameters = ""
      while let byte = rest(), parameters.utf8.count < 16 {
        guard byte < 0x40 else {
          let isPaste = parameters == "200" && byte == UInt8(ascii: "~")
          return isPaste ? .paste(pasted()) : Key.sequence(parameters, byte)
        }
        parameters.unicodeScalars.append(Unicode.Scalar(byte))
      }
      return .nothing
    default: return .nothing
    }
  }

  private func pasted() -> String {
    let end = Array("\u{1B}[201~".utf8)
    var bytes: [UInt8] = []
    // A slow line must not turn the rest of a paste into typed keys, with its line breaks as Enter.
    while let byte = rest(within: 2000) {
      bytes.append(byte)
      if byte == UInt8(ascii: "~"), bytes.suffix(end.count).elementsEqual(end) {
        bytes.removeLast(end.count)
        break
      }
      let excess = bytes.count - KeyReader.longestPaste - 4096
      if excess > 0 { bytes.removeSubrange(KeyReader.longestPaste..<(bytes.count - end.count)) }
    }
    return KeyReader.clean(String(decoding: bytes.prefix(KeyReader.longestPaste), as: UTF8.self))
  }

  /// Line breaks stay (each line is a command of its own); whatever else could rule the terminal goes.
  private static func clean(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }
    return lines.map { PersianText.withoutControls(String($0)) }.joined(separator: "\n")
  }
}
