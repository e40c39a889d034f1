/// Chooses the joined shape of each Arabic or Persian letter (Unicode's presentation forms), for terminals that
/// do not shape.
enum LetterShapes {
  /// First shape (isolated) of each letter; two-shape letters have final next, four-shape ones final, initial, medial.
  private static let shapes: [UInt32: (first: UInt32, count: UInt32)] = [
    0x0621: (0xFE80, 1), 0x0622: (0xFE81, 2), 0x0623: (0xFE83, 2), 0x0624: (0xFE85, 2), 0x0625: (0xFE87, 2),
    0x0626: (0xFE89, 4), 0x0627: (0xFE8D, 2), 0x0628: (0xFE8F, 4), 0x0629: (0xFE93, 2), 0x062A: (0xFE95, 4),
    0x062B: (0xFE99, 4), 0x062C: (0xFE9D, 4), 0x062D: (0xFEA1, 4), 0x062E: (0xFEA5, 4), 0x062F: (0xFEA9, 2),
    0x0630: (0xFEAB, 2), 0x0631: (0xFEAD, 2), 0x0632: (0xFEAF, 2), 0x0633: (0xFEB1, 4), 0x0634: (0xFEB5, 4),
    0x0635: (0xFEB9, 4), 0x0636: (0xFEBD, 4), 0x0637: (0xFEC1, 4), 0x0638: (0xFEC5, 4), 0x0639: (0xFEC9, 4),
    0x063A: (0xFECD, 4), 0x0641: (0xFED1, 4), 0x0642: (0xFED5, 4), 0x0643: (0xFED9, 4), 0x0644: (0xFEDD, 4),
    0x0645: (0xFEE1, 4), 0x0646: (0xFEE5, 4), 0x0647: (0xFEE9, 4), 0x0648: (0xFEED, 2), 0x0649: (0xFEEF, 2),
    0x064A: (0xFEF1, 4), 0x067E: (0xFB56, 4), 0x0686: (0xFB7A, 4), 0x0698: (0xFB8A, 2), 0x06A9: (0xFB8E, 4),
    0x06AF: (0xFB92, 4), 0x06C0: (0xFBA4, 2), 0x06CC: (0xFBFC, 4),
  ]
  private static let lamAlef: [UInt32: UInt32] = [0x0622: 0xFEF5, 0x0623: 0xFEF7, 0x0625: 0xFEF9, 0x0627: 0xFEFB]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    BidiClass(scalar) == .mark && scalar.value != 0x200C && scalar.value != 0x200D
  }

  static func shaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    /// The neighbour in that direction, vowel signs skipped.
    func neighbour(_ index: Int, _ step: Int) -> UInt32 {
      var at = index + step
      while scalars.indices.contains(at), isMark(scalars[at]) { at += step }
      return scalars.indices.contains(at) ? scalars[at].value : 0
    }
    func joinsOnward(_ value: UInt32) -> Bool { value == 0x0640 || value == 0x200D || shapes[value]?.count == 4 }
    func joinsBack(_ value: UInt32) -> Bool { value == 0x0640 || value == 0x200D || (shapes[value]?.count ?? 0) >= 2 }
    var shaped = String.UnicodeScalarView()
    var swallowed = false
    for (index, scalar) in scalars.enumerated() {
      guard let shape = shapes[scalar.value] else {
        shaped.append(scalar)
        continue
      }
      if swallowed {
        swallowed = false
        continue
      }
      let isJoinedBefore = joinsOnward(neighbour(index, -1)) && shape.count >= 2
      if scalar.value == 0x0644, index + 1 < scalars.count, let pair = lamAlef[scalars[index + 1].value],
        let ligature = Unicode.Scalar(pair + (isJoinedBefore ? 1 : 0))
      {
        shaped.append(ligature)
        swallowed = true
        continue
      }
      let isJoinedAfter = shape.count == 4 && joinsBack(neighbour(index, 1))
      let form: UInt32 = isJoinedBefore ? (isJoinedAfter ? 3 : 1) : (isJoinedAfter ? 2 : 0)
      shaped.append(Unicode.Scalar(shape.first + form) ?? scalar)
    }
    return String(shaped)
  }
}
