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
