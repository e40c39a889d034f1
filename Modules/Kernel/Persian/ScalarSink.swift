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
