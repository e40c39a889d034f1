/// A day on which offices are closed beside the weekend.
public struct Holiday: Hashable, Sendable {
  /// Why a day is one, which says whether next year's date can be known.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The same Jalali date each year.
    case solarFixed
    /// Follows the moon: moves about eleven days back each year.
    case lunar
    /// Ordered once by the government or a governor.
    case adHoc
  }

  /// When.
  public let day: JalaliDay
  /// Why it is one.
  public let kind: Kind
  /// The occasion in Persian.
  public let fa: String
  /// The occasion in English.
  public let en: String
  /// A lunar date of a year whose official calendar was not out when the list was made.
  public let isEstimated: Bool

  /// A holiday that a table or an order names.
  ///
  /// - Parameters:
  ///   - day: when.
  ///   - kind: why it is one.
  ///   - fa: the occasion in Persian.
  ///   - en: the occasion in English.
  ///   - isEstimated: whether the official calendar of that year was not out.
  public init(day: JalaliDay, kind: Kind, fa: String, en: String, isEstimated: Bool = false) {
    self.day = day
    self.kind = kind
    self.fa = fa
    self.en = en
    self.isEstimated = isEstimated
  }

  /// The years `known` covers.
  public static let knownYears = 1403...1406

  /// The national holidays of 1403-1406 in order, one entry a day (two occasions on one day share it).
  ///
  /// From the list of the public package holidays 0.109, not the official calendar: lunar days from 1405/10/16 on
  /// are estimates, and governors' closures are not in it.
  public static let known: [Holiday] = HolidayTable.holidays()
}
