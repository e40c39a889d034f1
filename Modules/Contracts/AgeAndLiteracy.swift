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

  /// The number and the two choices as a rule declares them.
  ///
  /// - Parameter source: where the rule has them from.
  public static func parameters(from source: Citation) -> [Parameter] {
    [
      // S1 admits nobody below 13, and no source closes a group or a gathering to adults.
      Parameter(
        "minimumAge", 13, "کمترین سن", "minimum age", unit: ("سال کامل جلالی", "whole Jalali years"), source: source, within: 13...18),
      Parameter(
        "inclusive", true, "خود این سن نیز پذیرفته است («از ۱۳ سال به بالا»، نه «بالاتر از ۱۳ سال»)",
        "that very age is admitted (\"from 13 up\", not \"over 13\")", source: source),
      Parameter("mustBeLiterate", true, "سواد لازم است", "literacy is required", source: source),
    ]
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
