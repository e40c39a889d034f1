/// Which passwords may be chosen (ASVS 5.0 6.2): length and guessability only, no rules on kinds of characters.
public enum PasswordPolicy {
  /// Least number of characters, counted as Unicode scalars.
  public static let minimum = 12
  /// Greatest number of characters, counted as Unicode scalars.
  public static let maximum = 256

  // Once known words and keyboard runs are taken out, this much must be left.
  private static let leastRemainder = 8
  private static let leastDistinct = 5
  private static let leastRun = 4

  /// Why the password is refused, or nil. `forbiddenWords` are local names (user name, province, town) that count as
  /// known words.
  public static func check(_ password: String, forbiddenWords: [String]) -> PasswordFault? {
    let scalars = password.unicodeScalars
    if scalars.count < minimum { return .tooShort(minimum: minimum) }
    if scalars.count > maximum { return .tooLong(maximum: maximum) }
    let folded = fold(password)
    if Set(folded).count < leastDistinct { return .monotonous }
    var rest = folded
    let words = WellKnownPasswords.words + forbiddenWords
    for word in words.map(fold).sorted(by: { $0.count > $1.count }) where word.count > 2 {
      rest = removing(word, from: rest)
    }
    rest = removingRuns(from: rest)
    return rest.count < leastRemainder ? .common : nil
  }

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

  private static func removing(_ word: [Unicode.Scalar], from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var position = 0
    while position < text.count {
      if text[position...].starts(with: word) {
        position += word.count
      } else {
        kept.append(text[position])
        position += 1
      }
    }
    return kept
  }

  private static func removingRuns(from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var position = 0
    while position < text.count {
      let length = runLength(at: position, in: text)
      if length >= leastRun {
        position += length
      } else {
        kept.append(text[position])
        position += 1
      }
    }
    return kept
  }

  private static func runLength(at start: Int, in text: [Unicode.Scalar]) -> Int {
    var longest = 1
    for steps in WellKnownPasswords.steps {
      var end = start + 1
      while end < text.count, steps.contains([text[end - 1], text[end]]) { end += 1 }
      longest = max(longest, end - start)
    }
    return longest
  }
}
