/// A whole number as people write it: digits of three scripts, grouped by threes with one of `,` `٬` `_` or not at all, a
/// sign before them, blanks and invisible controls around them. Nothing else: `1,5` may be meant as a fraction.
struct WholeNumber {
  private(set) var value: Int64 = 0
  /// Whether it is one that `value` cannot hold.
  private(set) var isTooLarge = false

  /// Nil for any other text.
  init?(_ text: String) {
    let scalars = text.unicodeScalars.filter { !Folding.isInvisibleControl($0.value) }
    var digits = PersianText.trimmed(String(scalars)).unicodeScalars[...]
    let isNegative = digits.first == "-" || digits.first == "\u{2212}"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    var separator: Unicode.Scalar?
    var inGroup = 0
    for scalar in digits {
      if let digit = Digit.value(scalar.value) {
        append(digit, isNegative: isNegative)
        inGroup += 1
      } else {
        guard separator == nil ? Self.separators.contains(scalar) && (1...3).contains(inGroup) : separator == scalar && inGroup == 3
        else { return nil }
        separator = scalar
        inGroup = 0
      }
    }
    guard separator == nil ? inGroup > 0 : inGroup == 3 else { return nil }
  }

  private static let separators: Set<Unicode.Scalar> = [",", "٬", "_"]

  private mutating func append(_ digit: UInt8, isNegative: Bool) {
    let shifted = value.multipliedReportingOverflow(by: 10)
    let next = shifted.partialValue.addingReportingOverflow(isNegative ? -Int64(digit) : Int64(digit))
    isTooLarge = isTooLarge || shifted.overflow || next.overflow
    value = next.partialValue
  }
}

extension PersianText {
  /// The whole number that a text writes in digits of three scripts, grouped by threes or not at all; nil for any other
  /// text, and for a number that does not fit.
  public static func wholeNumber(_ text: String) -> Int64? {
    WholeNumber(text).flatMap { $0.isTooLarge ? nil : $0.value }
  }
}
