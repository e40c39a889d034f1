import CLinux
import Glibc
import Engine
import Feature
import Testing

@testable import Console

/// A pseudo-terminal: the test types at one end, the editor sits at the other.
private struct TerminalPair {
  let keyboard: Int32
  let screen: Int32

  init?() {
    var (near, far): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: 40, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&near, &far, nil, nil, &size) == 0 else { return nil }
    (keyboard, screen) = (near, far)
  }

  func end() {
    close(keyboard)
    close(screen)
  }

  /// Everything drawn so far.
  func drawn() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    var watched = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    while poll(&watched, 1, 20) > 0 {
      let count = Glibc.read(keyboard, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[0..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

@Suite(.serialized) struct EditorTests {
  /// Types the keys and gives what the editor made of them, with what it drew.
  private func type(
    _ keys: String, history: [String] = [], codes: [String] = []
  ) throws -> (ended: LineEditor.Ended, drawn: String) {
    let pair = try #require(TerminalPair())
    defer { pair.end() }
    let known = History()
    for line in history { known.add(line, isStored: false) }
    let editor = LineEditor(input: pair.screen, output: pair.screen, history: known)
    let commandTable = CommandTable(try FakeClient().catalogue())
    editor.complete = { Completer(commandTable: commandTable, codes: SeenCodes()).complete($0) }
    // Raw before the keys come, so that the kernel's own line editing takes none of them.
    let raw = try #require(RawMode(pair.screen))
    defer { raw.restore() }
    Descriptor.write(keys, to: pair.keyboard)
    let ended = editor.read(Prompt("> "))
    return (ended, pair.drawn())
  }

  @Test(arguments: [
    ("abc\r", "abc"), ("abd\u{7F}c\r", "abc"), ("bc\u{01}a\r", "abc"), ("b\u{1B}[D" + "a\u{05}c\r", "abc"),
    ("a c\u{1B}[D\u{1B}[Db\u{1B}[3~\r", "abc"), ("one two\u{17}six\r", "one six"), ("xyz\u{15}a\r", "a"),
    ("abcx\u{02}\u{0B}\r", "abc"), ("a b\u{1B}[1;5Dx\r", "a xb"), ("ab\u{1B}[Hx\u{1B}[Fy\r", "xaby"),
    ("a\u{1B}[99;99zb\r", "ab"), ("bc\u{1B}[1~a\r", "abc"),
  ])
  func `keys edit the line`(keys: String, line: String) throws {
    #expect(try type(keys).ended == .line(line))
  }

  @Test func `Persian is typed in logical order and a half-space goes before its letter`() throws {
    #expect(try type("خانه\r").ended == .line("خانه"))
    #expect(try type("می\u{200C}\u{7F}\u{7F}\r").ended == .line("م"))
    #expect(try type("اب\u{1B}[D\u{1B}[Dآ\r").ended == .line("آاب"))
  }

  @Test func `Tab completes, and lists when there is a choice`() throws {
    #expect(try type("gar\tli\t\r").ended == .line("gardens list "))
    let listed = try type("gardens \t\r")
    #expect(listed.ended == .line("gardens "))
    #expect(listed.drawn.contains("close") && listed.drawn.contains("plant"))
    #expect(try type("gardens list province=گل\t\r").ended == .line("gardens list province=IR-27 "))
  }

  @Test func `arrows walk the history and come back to the line begun`() throws {
    let history = ["first", "second"]
    #expect(try type("\u{1B}[A\r", history: history).ended == .line("second"))
    #expect(try type("\u{1B}[A\u{1B}[A\r", history: history).ended == .line("first"))
    #expect(try type("new\u{1B}[A\u{1B}[B\r", history: history).ended == .line("new"))
  }

  @Test func `Ctrl-R searches, again goes further back, an arrow takes the line for editing`() throws {
    let history = ["gardens list", "people count", "gardens close GD-1"]
    #expect(try type("\u{12}gard\r", history: history).ended == .line("gardens close GD-1"))
    #expect(try type("\u{12}gard\u{12}\r", history: history).ended == .line("gardens list"))
    #expect(try type("\u{12}coun\u{05}er\r", history: history).ended == .line("people counter"))
    #expect(try type("kept\u{12}gard\u{07}\r", history: history).ended == .line("kept"))
  }

  @Test func `Ctrl-C throws the line away, Ctrl-D ends on an empty one`() throws {
    #expect(try type("half a li\u{03}").ended == .interrupted)
    #expect(try type("\u{04}").ended == .closed)
    #expect(try type("ab\u{02}\u{04}\r").ended == .line("a"))
  }

  @Test func `a paste keeps its lines for Enter, without controls and direction controls`() throws {
    #expect(try type("\u{1B}[200~one\r\ntwo\u{202E}\u{03}\tx\u{1B}[201~\r").ended == .line("one\ntwo x"))
    #expect(try type("\u{1B}[200~a\rb\u{1B}[201~c\r").ended == .line("a\nbc"))
  }

  @Test func `what was taken away is put back, also in the next line`() throws {
    #expect(try type("one two\u{17}\u{19}\u{19}\r").ended == .line("one twotwo"))
    #expect(try type("one two\u{15}x\u{19}\r").ended == .line("xone two"))
    #expect(try type("one two\u{01}\u{1B}d\u{05}\u{19}\r").ended == .line(" twoone"))
    #expect(try type("one two\u{1B}\u{7F}\r").ended == .line("one "))
    #expect(try type("ab\u{02}\u{0B}\u{19}\u{19}\r").ended == .line("abb"))
  }

  @Test func `the line wraps at the margin and the cursor is put back by rows`() throws {
    let long = String(repeating: "x", count: 60)
    let (ended, drawn) = try type(long + "\u{01}y\r")
    #expect(ended == .line("y" + long))
    #expect(drawn.contains("\u{1B}[1A"))
  }

  @Test func `a password is read and never drawn`() throws {
    let pair = try #require(TerminalPair())
    defer { pair.end() }
    let raw = try #require(RawMode(pair.screen))
    defer { raw.restore() }
    let editor = LineEditor(input: pair.screen, output: pair.screen, history: History())
    Descriptor.write("s3cret\u{7F}T\r", to: pair.keyboard)
    #expect(editor.askSecret("password: ") == "s3creT")
    let drawn = pair.drawn()
    #expect(drawn.contains("password: ") && !drawn.contains("s3"))
  }

  @Test func `a terminal that goes away ends the reading`() throws {
    let pair = try #require(TerminalPair())
    let editor = LineEditor(input: pair.screen, output: pair.screen, history: History())
    close(pair.keyboard)
    #expect(editor.read(Prompt("> ")) == .closed)
    close(pair.screen)
  }
}
