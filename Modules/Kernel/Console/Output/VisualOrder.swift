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
