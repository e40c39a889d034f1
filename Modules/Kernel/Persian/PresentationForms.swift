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
