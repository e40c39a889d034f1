/// A part of a whole as two whole numbers, compared by products and never by a quotient.
///
/// Products have double width: they do not overflow, and nothing is lost by a division.
public struct Share: Sendable, Equatable {
  /// May be negative, as a loss is.
  public let part: Int
  /// What the part is of.
  public let whole: Int

  /// - Parameters:
  ///   - part: any.
  ///   - whole: 0 or more.
  public init(_ part: Int, of whole: Int) {
    (self.part, self.whole) = (part, whole)
  }

  /// Whether it is at least that many of the scale.
  ///
  /// - Parameters:
  ///   - target: what is asked for, in parts of the scale.
  ///   - scale: how many the whole is: 100 for percent, 10 000 for hundredths of a percent.
  public func reaches(_ target: Int, per scale: Int) -> Bool {
    let (own, asked) = products(target, scale)
    return own.high != asked.high ? own.high > asked.high : own.low >= asked.low
  }

  /// Whether it is more than that many of the scale.
  ///
  /// - Parameters:
  ///   - target: what it is held against, in parts of the scale.
  ///   - scale: how many the whole is.
  public func exceeds(_ target: Int, per scale: Int) -> Bool {
    let (own, asked) = products(target, scale)
    return own.high != asked.high ? own.high > asked.high : own.low > asked.low
  }

  /// So many of the scale, rounded down; nil for an empty whole or a number too large.
  ///
  /// - Parameter scale: how many the whole is.
  public func cut(per scale: Int) -> Int? {
    guard whole > 0 else { return nil }
    let scaled = part.multipliedReportingOverflow(by: scale)
    guard !scaled.overflow else { return nil }
    let (quotient, rest) = scaled.partialValue.quotientAndRemainder(dividingBy: whole)
    return rest < 0 ? quotient - 1 : quotient
  }

  private typealias Product = (high: Int, low: UInt)

  private func products(_ target: Int, _ scale: Int) -> (own: Product, asked: Product) {
    (part.multipliedFullWidth(by: scale), target.multipliedFullWidth(by: whole))
  }
}
