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
}
