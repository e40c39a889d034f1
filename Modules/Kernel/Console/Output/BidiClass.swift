/// The direction of a character, as far as a table cell needs it (UAX 9, reduced to strong, number and neutral).
enum BidiClass {
  case left, right, number, mark, neutral

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x0660...0x0669, 0x06F0...0x06F9: self = .number
    case 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED, 0x200C, 0x200D: self = .mark
    case 0x060C, 0x061B, 0x061F, 0x066A...0x066C: self = scalar.value == 0x061F ? .right : .neutral
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: self = .right
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: self = .left
      case .nonspacingMark, .enclosingMark: self = .mark
      default: self = .neutral
      }
    }
  }
}
