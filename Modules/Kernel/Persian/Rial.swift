/// An amount of money in whole rials.
public struct Rial: Hashable, Comparable, Sendable {
  /// Rials; negative for what is owed back.
  public let amount: Int64

  /// No money.
  public static let zero = Rial(0)

  /// So many rials.
  public init(_ amount: Int64) {
    self.amount = amount
  }

  public static func < (left: Rial, right: Rial) -> Bool {
    left.amount < right.amount
  }
}

extension Rial {
  /// - Throws: `rial.overflow`.
  public func adding(_ other: Rial) throws(FormatFault) -> Rial {
    try Self.checked(amount.addingReportingOverflow(other.amount))
  }

  /// - Throws: `rial.overflow`.
  public func subtracting(_ other: Rial) throws(FormatFault) -> Rial {
    try Self.checked(amount.subtractingReportingOverflow(other.amount))
  }

  /// For example a cost per head times heads.
  /// - Throws: `rial.overflow`.
  public func multiplied(by factor: Int64) throws(FormatFault) -> Rial {
    try Self.checked(amount.multipliedReportingOverflow(by: factor))
  }

  private static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(FormatFault) -> Rial {
    guard !result.overflow else { throw .rialOverflow }
    return Rial(result.partialValue)
  }
}

extension FormatFault {
  static let rialOverflow = FormatFault(
    code: "rial.overflow", fa: "مبلغ از اندازهٔ نگهداشتنی بزرگ‌تر است", en: "The amount is too large to be held")
}
