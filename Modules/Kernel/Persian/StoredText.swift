/// Persian text: the form that is stored, the keys by which it is found, compared and sorted, and its width.
public enum PersianText {
  /// The text as it is stored: what the writer meant, in one spelling of bytes.
  ///
  /// Arabic ي ى ك become ی ک; presentation forms become letters; bidi and other invisible controls go; runs of
  /// spaces become one and those at the edges go; half-spaces (ZWNJ) stay, one at a time, and not at
  /// the edges; hamza and madda written apart join their letter (NFC of these). Marks, tatweel and digits stay.
  /// - Parameter keepingLines: white space that holds a line break becomes `\n`, for texts of several paragraphs.
  public static func stored(_ text: String, keepingLines: Bool = false) -> String {
    ScalarSink.text(from: text) { sink in
      var pending: UInt32 = 0
      var last: UInt32 = 0
      Folding.forEachLetter(of: text) { value in
        if Folding.isSpace(value) {
          pending = keepingLines && (pending == 0x0A || isLineBreak(value)) ? 0x0A : 0x20
        } else if Folding.isJoiner(value) {
          if pending == 0 { pending = value }
        } else if pending == 0, let whole = composed(last, value) {
          sink.dropLetter()
          sink.append(whole)
          last = whole
        } else {
          if pending != 0, last != 0 { sink.append(pending) }
          sink.append(value)
          (pending, last) = (0, value)
        }
      }
    }
  }

  /// Without blanks, half-spaces and invisible controls at either end; what stands between is left as it is.
  public static func trimmed(_ text: String) -> String {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      Folding.isSpace(scalar.value) || Folding.isJoiner(scalar.value) || Folding.isInvisibleControl(scalar.value)
    }
    let scalars = text.unicodeScalars.drop(while: isEdge)
    guard let last = scalars.lastIndex(where: { !isEdge($0) }) else { return "" }
    return String(scalars[...last])
  }

  private static func isLineBreak(_ value: UInt32) -> Bool {
    value != 0x09 && Folding.isLineOrTab(value)
  }

  /// The letter that a base and a hamza or madda after it make together.
  @inline(__always)
  private static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    guard (0x0653...0x0655).contains(mark) else { return nil }
    switch (base, mark) {
    case (0x0627, 0x0653): return 0x0622
    case (0x0627, 0x0654): return 0x0623
    case (0x0627, 0x0655): return 0x0625
    case (0x0648, 0x0654): return 0x0624
    case (0x06CC, 0x0654): return 0x0626
    default: return nil
    }
  }
}

/// Collects scalars as UTF-8, or the bytes of a key, in scratch memory that is gone when the result is made.
struct ScalarSink {
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  /// Lets `fill` write what it makes of `text`, and `read` take it.
  ///
  /// Nothing written for a text is longer than three times its UTF-8 (the worst is one ligature of three bytes
  /// that unfolds to eight), and there is room for four bytes more.
  @inline(__always)
  static func collect<Result>(
    from text: String, _ fill: (inout ScalarSink) -> Void, read: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.utf8.count * 3 + 4) { memory in
      var sink = ScalarSink(memory: memory)
      fill(&sink)
      return read(UnsafeBufferPointer(rebasing: memory[..<sink.count]))
    }
  }

  @inline(__always)
  static func text(from text: String, _ fill: (inout ScalarSink) -> Void) -> String {
    collect(from: text, fill) { String(decoding: $0, as: UTF8.self) }
  }

  private init(memory: UnsafeMutableBufferPointer<UInt8>) {
    self.memory = memory
  }

  @inline(__always)
  mutating func append(_ value: UInt32) {
    if value < 0x80 {
      append(byte: value)
    } else if value < 0x800 {
      append(byte: 0xC0 | value >> 6)
      append(byte: 0x80 | value & 0x3F)
    } else if value < 0x1_0000 {
      append(byte: 0xE0 | value >> 12)
      append(byte: 0x80 | value >> 6 & 0x3F)
      append(byte: 0x80 | value & 0x3F)
    } else {
      append(byte: 0xF0 | value >> 18)
      append(byte: 0x80 | value >> 12 & 0x3F)
      append(byte: 0x80 | value >> 6 & 0x3F)
      append(byte: 0x80 | value & 0x3F)
    }
  }

  /// The low eight bits.
  @inline(__always)
  mutating func append(byte: UInt32) {
    precondition(count < memory.count, "a folding grew beyond its bound")
    memory[count] = UInt8(truncatingIfNeeded: byte)
    count &+= 1
  }

  /// Takes back the last two bytes, a letter U+0080-U+07FF.
  mutating func dropLetter() {
    count = max(0, count - 2)
  }
}
