/// Puts a line in the order in which its characters stand on the screen, for terminals that do not reorder.
///
/// A reduced form of UAX 9: the first strong character gives the base direction, numbers and Latin words keep theirs
/// inside Persian, neutrals follow their neighbours. Nested directions beyond that do not occur in a cell.
enum VisualOrder {
  static func arranged(_ text: String) -> String {
    let scalars = Array(LetterShapes.shaped(text).unicodeScalars)
    let levels = levels(scalars)
    var order = Array(scalars.indices)
    let highest = levels.max() ?? 0
    // Rule L2: from the highest level down, every run at that level or above is turned round.
    for level in stride(from: highest, through: 1, by: -1) {
      var start = 0
      while start < order.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
    }
    var shown = String.UnicodeScalarView()
    // Rule L3: a mark follows the letter that bears it, also where the line was turned round.
    var marks: [Unicode.Scalar] = []
    for index in order where scalars[index].value != 0x200C && scalars[index].value != 0x200D {
      let isTurned = levels[index] % 2 == 1
      if isTurned, BidiClass(scalars[index]) == .mark {
        marks.append(scalars[index])
        continue
      }
      shown.append(isTurned ? mirrored(scalars[index]) : scalars[index])
      shown.append(contentsOf: marks.reversed())
      marks = []
    }
    shown.append(contentsOf: marks)
    return String(shown)
  }

  private static func levels(_ scalars: [Unicode.Scalar]) -> [Int] {
    var classes = scalars.map(BidiClass.init)
    let base = classes.first { $0 == .left || $0 == .right } == .right ? 1 : 0
    for index in classes.indices where classes[index] == .mark {
      classes[index] = index > 0 ? classes[index - 1] : .neutral
    }
    // A separator between two digits belongs to the number: 1405/08/30, 12.5.
    for index in classes.indices.dropFirst().dropLast() where classes[index] == .neutral {
      let joins = ["/", ".", ",", ":", "٫", "٬"].contains(scalars[index])
      if joins, classes[index - 1] == .number, classes[index + 1] == .number { classes[index] = .number }
    }
    var levels = [Int](repeating: base, count: scalars.count)
    var strong = base
    for (index, kind) in classes.enumerated() {
      switch kind {
      case .right: (strong, levels[index]) = (1, 1)
      case .left: (strong, levels[index]) = (0, base == 1 ? 2 : 0)
      case .number: levels[index] = base == 1 || strong == 1 ? 2 : 0
      case .neutral, .mark: levels[index] = -1
      }
    }
    var index = 0
    while index < levels.count {
      guard levels[index] == -1 else {
        index += 1
        continue
      }
      var end = index
      while end < levels.count, levels[end] == -1 { end += 1 }
      // Numbers count as right to left for the neutrals beside them (rule N1).
      func side(_ at: Int) -> Int {
        guard levels.indices.contains(at) else { return base }
        return classes[at] == .left ? 0 : classes[at] == .number && base == 0 && levels[at] == 0 ? 0 : 1
      }
      let agreed = side(index - 1) == side(end) ? side(end) : base
      let level = agreed == 1 ? 1 : base == 1 ? 2 : 0
      for at in index..<end { levels[at] = level }
      index = end
    }
    return levels
  }

  private static func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "(": ")"
    case ")": "("
    case "[": "]"
    case "]": "["
    case "«": "»"
    case "»": "«"
    case "<": ">"
    case ">": "<"
    default: scalar
    }
  }
}

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
