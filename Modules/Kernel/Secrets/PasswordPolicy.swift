/// Which passwords may be chosen (ASVS 5.0 6.2): length and guessability only, no rules on kinds of characters.
public enum PasswordPolicy {
  /// Least number of characters, counted as Unicode scalars.
  public static let minimum = 12
  /// Greatest number of characters, counted as Unicode scalars.
  public static let maximum = 256

  // A guesser tries words and short numbers whole, so that one of them is worth no more than two characters at random.
  private static let leastWorth = 9
  private static let leastDistinct = 5
  private static let leastOwnName = 4

  /// Why the password is refused, or nil.
  ///
  /// - Parameters:
  ///   - forbiddenWords: local names (province, town) that count as well-known words.
  ///   - ownNames: names of whoever chooses it: no part of them of four letters or more may be in it.
  public static func check(_ password: String, forbiddenWords: [String], ownNames: [String] = []) -> PasswordFault? {
    let scalars = password.unicodeScalars
    if scalars.count < minimum { return .tooShort(minimum: minimum) }
    if scalars.count > maximum { return .tooLong(maximum: maximum) }
    let folded = fold(password)
    if Set(folded).count < leastDistinct { return .monotonous }
    let own = words(of: ownNames)
    let long = own.filter { $0.count >= leastOwnName }
    if readings(of: folded).contains(where: { reading in long.contains { reading.contains($0) } }) { return .ownName }
    let unit = repeatedUnit(of: folded)
    guard worth(of: unit, local: words(of: forbiddenWords).union(own)) < leastWorth else { return nil }
    return unit.count < folded.count ? .monotonous : .common
  }

  /// What is left to guess: the least number of characters at random that the text is worth, however it is taken apart.
  private static func worth(of text: [Unicode.Scalar], local: Set<[Unicode.Scalar]>) -> Int {
    let known = CommonWords.all.union(local)
    let lengths = 3...max(3, known.lazy.map(\.count).max() ?? 0)
    let texts = readings(of: text)
    // The least worth of what stands before each place; marks on either side of something well known add nothing.
    var least = [Int](repeating: Int.max, count: text.count + 1)
    for place in 0...min(mostMarks, text.prefix { isMark($0) }.count) { least[place] = 0 }
    for start in text.indices {
      least[start + 1] = min(least[start + 1], least[start] + 1)
      var ends = Set([runLength(at: start, in: text), numberLength(at: start, in: text)].filter { $0 > 1 }.map { start + $0 })
      for end in start..<min(start + lengths.upperBound, text.count) where end - start + 1 >= lengths.lowerBound {
        if texts.contains(where: { known.contains(Array($0[start...end])) }) { ends.insert(end + 1) }
      }
      for end in ends {
        for marks in 0...min(mostMarks, text[end...].prefix { isMark($0) }.count) {
          least[end + marks] = min(least[end + marks], least[start] + 2)
        }
      }
    }
    return least[text.count]
  }
}

/// How a text is taken apart.
extension PasswordPolicy {
  private static let mostMarks = 3
  private static let leastRun = 4
  // A date, or half the number of a telephone.
  private static let longestNumber = 8

  /// Lower case, ASCII digits, Persian yeh and kaf, no joiners: the form in which likeness is judged, never stored.
  private static func fold(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30)
      case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30)
      case 0x064A: "\u{06CC}"
      case 0x0643: "\u{06A9}"
      case 0x200C, 0x200D: nil
      default: scalar
      }
    }
  }

  /// The text as it stands, and with letters for the digits and marks that are written for them; a one is an i or an l.
  private static func readings(of text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    let letters: [Unicode.Scalar: Unicode.Scalar] = [
      "0": "o", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t", "+": "t", "8": "b", "!": "i",
    ]
    return [text] + (["i", "l"] as [Unicode.Scalar]).map { one in text.map { $0 == "1" ? one : letters[$0] ?? $0 } }
  }

  /// Names, whole without what parts them, and their parts.
  private static func words(of names: [String]) -> Set<[Unicode.Scalar]> {
    Set(
      names.flatMap { name in
        let parts = fold(name).split(whereSeparator: isMark).map(Array.init)
        return parts + [parts.flatMap { $0 }]
      }
      .filter { $0.count > 2 })
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
  }

  /// What a text repeats from its beginning to its end; the whole text where it repeats nothing.
  private static func repeatedUnit(of text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let half = text.count / 2
    let length = (1...max(1, half)).first { length in text.indices.dropFirst(length).allSatisfy { text[$0] == text[$0 - length] } }
    return length.map { Array(text.prefix($0)) } ?? text
  }

  private static func numberLength(at start: Int, in text: [Unicode.Scalar]) -> Int {
    text[start...].prefix(longestNumber).prefix { ("0"..."9").contains($0) }.count
  }

  private static func runLength(at start: Int, in text: [Unicode.Scalar]) -> Int {
    let longest = CommonWords.steps.map { steps in
      1 + text.indices.dropFirst(start + 1).prefix { steps.contains([text[$0 - 1], text[$0]]) }.count
    }
    let length = longest.max() ?? 1
    return length < leastRun ? 1 : length
  }
}
