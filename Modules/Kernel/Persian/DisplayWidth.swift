extension PersianText {
  /// The columns the text takes in a terminal: none for marks, half-spaces and controls, two for wide characters.
  public static func displayWidth(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += columns(scalar) }
    return width
  }

  /// The text without what could rule a terminal or turn the direction of a line: bidi and other invisible
  /// controls go, line breaks and tabs become one space. Half-spaces stay.
  public static func withoutControls(_ text: String) -> String {
    ScalarSink.text(from: text) { sink in
      var afterBreak = false
      for scalar in text.unicodeScalars where !Folding.isInvisibleControl(scalar.value) {
        let isBreak = Folding.isLineOrTab(scalar.value)
        if !isBreak { sink.append(scalar.value) } else if !afterBreak { sink.append(0x20) }
        afterBreak = isBreak
      }
    }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0...0x1F, 0x7F...0x9F: return 0
    case 0x0620...0x064A, 0x0660...0x066F, 0x0671...0x06D5, 0x06EE...0x06FF: return 1
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  /// East Asian wide and full-width blocks, and the pictographs.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3: true
    case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
    case 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
