/// The classes of characters that all foldings share, and the walk that brings every text to the same letters.
///
/// The walk passes on: no bidi or other invisible control; Persian ی and ک for their Arabic twins; plain letters
/// for presentation forms. What else is folded is the business of each key.
enum Folding {
  @inline(__always)
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: isLineOrTab(value)
    }
  }

  @inline(__always)
  static func isLineOrTab(_ value: UInt32) -> Bool {
    (0x09...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  /// ZWNJ and ZWJ.
  @inline(__always)
  static func isJoiner(_ value: UInt32) -> Bool { value == 0x200C || value == 0x200D }

  /// Bidi controls, byte-order mark, soft hyphen, zero-width space, word joiner, and the C0 and C1 controls that
  /// are no white space.
  @inline(__always)
  static func isInvisibleControl(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E: false
    case 0...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x061C: true
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Tatweel, harakat and tashdid.
  @inline(__always)
  static func isMark(_ value: UInt32) -> Bool {
    value == 0x0640 || (0x064B...0x065F).contains(value) || value == 0x0670
  }

  @inline(__always)
  static func forEachLetter(of text: String, _ body: (UInt32) -> Void) {
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x7F, value >= 0x20 {
        body(value)
      } else if value >= 0xFB50, value <= 0xFEFE {
        PresentationForms.unfold(value) { body(persianTwin($0)) }
      } else if !isInvisibleControl(value) {
        body(persianTwin(value))
      }
    }
  }

  @inline(__always)
  private static func persianTwin(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x064A, 0x0649: 0x06CC
    case 0x0643: 0x06A9
    default: value
    }
  }

  /// A letter as the keys hold it, or zero for what they leave out. Spaces and joiners stay as they are.
  @inline(__always)
  static func key(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return (0x41...0x5A).contains(value) ? value | 0x20 : value }
    switch value {
    case 0x0622, 0x0623, 0x0625, 0x0671: return 0x0627
    case 0x0624: return 0x0648
    case 0x0626: return 0x06CC
    case 0x0629, 0x06C0: return 0x0647
    case 0x0621, 0x066C, 0x0640, 0x064B...0x065F, 0x0670: return 0
    case 0x066B: return 0x2E
    case 0x0660...0x0669: return value &- 0x0660 &+ 0x30
    case 0x06F0...0x06F9: return value &- 0x06F0 &+ 0x30
    case 0xC0...0x052F: return smallLetter(value)
    default: return value
    }
  }

  /// The small letter of Latin, Greek and Cyrillic capitals that have a single one.
  private static func smallLetter(_ value: UInt32) -> UInt32 {
    guard let properties = Unicode.Scalar(value)?.properties, properties.changesWhenLowercased else { return value }
    let small = properties.lowercaseMapping.unicodeScalars
    guard small.count == 1, let first = small.first else { return value }
    return first.value
  }
}

/// The shaped letters that old fonts and printed PDF leave behind, as the letters they stand for (NFKC).
///
/// Covered: the letters, marks and lam-alef ligatures U+FE70-FEFC; the Persian letters of U+FB50-FBFF (ٱ پ چ ژ ک گ
/// ۀ ہ ھ ی); الله and ریال. Other characters of U+FB50-FDFF, above all two-letter ligatures, stay as they are.
enum PresentationForms {
  /// Gives the plain letters of one scalar in U+FB50-FEFE.
  @inline(__always)
  static func unfold(_ value: UInt32, _ body: (UInt32) -> Void) {
    switch value {
    case 0xFE80...0xFEF4: body(UInt32(letters[Int(value &- 0xFE80)]))
    case 0xFEF5...0xFEFC:
      body(0x0644)
      body(UInt32(alefs[Int(value &- 0xFEF5) / 2]))
    case 0xFE70...0xFE7F: body(UInt32(marks[Int(value &- 0xFE70)]))
    case 0xFB50...0xFBFF: body(persian(value))
    case 0xFDF2: for letter in allah { body(letter) }
    case 0xFDFC: for letter in rial { body(letter) }
    default: body(value)
    }
  }

  private static let allah: [UInt32] = [0x0627, 0x0644, 0x0644, 0x0647]
  private static let rial: [UInt32] = [0x0631, 0x06CC, 0x0627, 0x0644]
  /// آ أ إ ا of the four ligatures with lam.
  private static let alefs: [UInt16] = [0x0622, 0x0623, 0x0625, 0x0627]

  /// U+FE70-FE7F; the carriers (space or tatweel) of the marks fall away, U+FE73 and U+FE75 have no letter.
  private static let marks: [UInt16] = [
    0x064B, 0x064B, 0x064C, 0xFE73, 0x064D, 0xFE75, 0x064E, 0x064E,
    0x064F, 0x064F, 0x0650, 0x0650, 0x0651, 0x0651, 0x0652, 0x0652,
  ]

  /// U+FE80-FEF4: each letter as often as it has shapes.
  private static let letters: [UInt16] = {
    let runs: [(letters: ClosedRange<UInt16>, shapes: Int)] = [
      (0x0621...0x0621, 1), (0x0622...0x0625, 2), (0x0626...0x0626, 4), (0x0627...0x0627, 2), (0x0628...0x0628, 4),
      (0x0629...0x0629, 2), (0x062A...0x062E, 4), (0x062F...0x0632, 2), (0x0633...0x063A, 4), (0x0641...0x0647, 4),
      (0x0648...0x0649, 2), (0x064A...0x064A, 4),
    ]
    return runs.flatMap { run in run.letters.flatMap { Array(repeating: $0, count: run.shapes) } }
  }()

  private static func persian(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xFB50...0xFB51: 0x0671
    case 0xFB56...0xFB59: 0x067E
    case 0xFB7A...0xFB7D: 0x0686
    case 0xFB8A...0xFB8B: 0x0698
    case 0xFB8E...0xFB91: 0x06A9
    case 0xFB92...0xFB95: 0x06AF
    case 0xFBA4...0xFBA5: 0x06C0
    case 0xFBA6...0xFBA9: 0x06C1
    case 0xFBAA...0xFBAD: 0x06BE
    case 0xFBE8...0xFBE9: 0x0649
    case 0xFBFC...0xFBFF: 0x06CC
    default: value
    }
  }
}
