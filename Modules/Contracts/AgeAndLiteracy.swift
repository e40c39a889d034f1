public import Feature

/// What S1 asks of whoever takes part, as a volunteer and as a member of a group: an age, read in one of S1's two ways, and
/// literacy. Both rules take these numbers and this check; each has its own statement and codes.
public struct AgeAndLiteracy: Codable, Sendable {
  /// In whole Jalali years.
  public var minimumAge: Int
  /// Whether the minimum age itself will do ("from 13 up"), or one must be older ("over 13").
  public var inclusive: Bool
  /// Whether one must be able to read and write.
  public var mustBeLiterate: Bool

  /// The numbers in force.
  public init(minimumAge: Int, inclusive: Bool, mustBeLiterate: Bool) {
    self.minimumAge = minimumAge
    self.inclusive = inclusive
    self.mustBeLiterate = mustBeLiterate
  }

  /// What somebody lacks.
  public enum Shortfall: Sendable, Equatable {
    /// In whole Jalali years: how old the person is, and the youngest age admitted.
    case tooYoung(age: Int, youngest: Int)
    /// Cannot read and write, where that is asked for.
    case notLiterate
  }

  /// Everything somebody born on a day lacks on another.
  public func shortfalls(birth: JalaliDay, isLiterate: Bool, on day: JalaliDay) -> [Shortfall] {
    let age = birth.wholeYears(until: day)
    let youngest = inclusive ? minimumAge : minimumAge &+ 1
    var found: [Shortfall] = []
    if age < youngest { found.append(.tooYoung(age: age, youngest: youngest)) }
    if mustBeLiterate, !isLiterate { found.append(.notLiterate) }
    return found
  }
}
