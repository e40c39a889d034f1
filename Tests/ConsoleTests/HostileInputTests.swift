import Glibc
import Persian
import Engine
import Feature
import Testing
import Values

@testable import Console

@Suite struct HostileInputTests {
  private static let pieces = [
    "\u{1B}", "[", "200~", "201~", "1;5", "~", "A", "'", "\"", "{", "]", "=", "--", ":x", "\\", "گ", "لا", "\u{200C}",
    "ّ",
    "\u{202E}", "12", "۱۲", " ", "gardens", "plant", "(", "»", "\n", "\u{0}", "👨‍👩‍👧", "e\u{301}",
  ]

  private func text(_ seed: UInt64) -> String {
    var dice = SplitMix64(seed: seed)
    return (0..<Int.random(in: 0...24, using: &dice)).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }
      .joined()
  }

  @Test func `any line is understood or refused, and its errors are told`() {
    let bench = Bench { $0.keepGoing = true }
    for seed in 0..<2000 as Range<UInt64> {
      let line = text(seed)
      // These two touch files, which is not what this test is about.
      guard !line.trimmed.hasPrefix("\\") else { continue }
      let code = bench.run(line)
      #expect([.ok, .usage].contains(code), "seed \(seed)")
      _ = Completer(commandTable: bench.session.commandTableOrEmpty, codes: bench.session.codes).complete(line)
    }
    #expect(!bench.io.err.unicodeScalars.contains("\u{1B}") && !bench.io.err.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `visual order keeps every letter`() {
    for seed in 0..<2000 as Range<UInt64> {
      let line = PersianText.withoutControls(text(seed)).filter { $0 != "\u{200C}" }
      let joiners: Set<UInt32> = [0x200C, 0x200D]
      let shaped = LetterShapes.shaped(line).unicodeScalars.filter { !joiners.contains($0.value) }
      let mirrors: [Unicode.Scalar: Unicode.Scalar] = ["]": "[", "(": ")", "»": "«"]
      func settled(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt32] {
        scalars.map { (mirrors[$0] ?? $0).value }.sorted()
      }
      #expect(settled(VisualOrder.arranged(line).unicodeScalars) == settled(shaped), "seed \(seed)")
    }
  }

  @Test func `any bytes become keys, and the reading ends with the input`() throws {
    for seed in 0..<100 as Range<UInt64> {
      var dice = SplitMix64(seed: seed)
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &dice) }
      #expect(bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) } == 200)
      close(ends[1])
      let keys = KeyReader(ends[0])
      var line = LineBuffer()
      var count = 0
      while count <= 400 {
        let key = keys.next()
        if key == .closed { break }
        line.apply(key)
        count += 1
      }
      #expect(count <= 400, "seed \(seed)")
      #expect(PersianText.withoutControls(line.text) == line.text, "seed \(seed)")
      close(ends[0])
    }
  }

  @Test func `a paste beyond all measure is cut and its end still found`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    let text = "\u{1B}[200~" + String(repeating: "x", count: 200_000) + "\u{1B}[201~y"
    let typist = Task.detached {
      Descriptor.write(text, to: writing)
      close(writing)
    }
    let keys = KeyReader(reading)
    #expect(keys.next() == .paste(String(repeating: "x", count: KeyReader.longestPaste)))
    #expect(keys.next() == .text("y"))
    #expect(keys.next() == .closed)
    typist.cancel()
    close(reading)
  }
}
