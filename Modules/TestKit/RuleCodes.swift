public import Feature
public import Jalali

extension Rule {
  /// The codes of all objections, in their order: what a test of a rule compares.
  public static func codes(_ facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [String] {
    objections(to: facts, under: parameters, on: day).map(\.code)
  }
}

extension Rule where Parameters == NoParameters {
  /// The codes of all objections of a rule without numbers.
  public static func codes(_ facts: Facts, on day: JalaliDay) -> [String] { codes(facts, under: NoParameters(), on: day) }
}
