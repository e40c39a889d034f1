import Contracts
import Feature

/// Shares as whole numbers, so that everybody computes the same one.
enum Share {
  /// `part` of `whole` in hundredths of a percent, rounded down; nil for an empty whole or a number too large.
  ///
  /// - Parameter per: how much the whole is; 100 000 gives hundredths per thousand.
  static func hundredths(_ part: Int, of whole: Int, per scale: Int = 10_000) -> Int? {
    guard whole > 0 else { return nil }
    let scaled = part.multipliedReportingOverflow(by: scale)
    guard !scaled.overflow else { return nil }
    let (quotient, rest) = scaled.partialValue.quotientAndRemainder(dividingBy: whole)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// Whether `part` of `whole` is at least so many hundredths of a percent: both products are compared whole, nothing is
  /// divided.
  static func reaches(_ part: Int, of whole: Int, target: Int) -> Bool {
    let (own, asked) = (part.multipliedFullWidth(by: 10_000), target.multipliedFullWidth(by: whole))
    return own.high != asked.high ? own.high > asked.high : own.low >= asked.low
  }
}

/// Shares as they are printed: cut, never rounded up, in the largest unit in which they are not 0.
enum ShareText {
  private static let units = [
    (10_000, Texts("٪", "%")), (100_000, Texts(" در هزار", " per thousand")), (100_000_000, Texts(" در میلیون", " per million")),
  ]

  /// nil for an empty whole.
  static func of(_ part: Int, in whole: Int) -> Texts? {
    let told = units.lazy.compactMap { scale, unit in Share.hundredths(part, of: whole, per: scale).map { ($0, unit) } }
    guard let (hundredths, unit) = part == 0 ? told.first : told.first(where: { $0.0 != 0 }) ?? told.first else { return nil }
    let figure = FigureText.fraction(hundredths)
    return Texts(figure.fa + unit.fa, figure.en + unit.en)
  }
}
