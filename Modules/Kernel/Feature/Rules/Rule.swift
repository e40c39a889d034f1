/// One rule of the programme, named as a statement: pure, and it returns *all* objections.
public protocol Rule: Sendable {
  /// The numbers and choices in it, read from what is in force; `NoParameters` for none.
  associatedtype Parameters: Decodable & Sendable
  /// What it judges by. Kept with the verdict, from which it can be judged again.
  associatedtype Facts: Codable & Sendable
  /// What it can say no with.
  associatedtype Objection: RuleObjection

  /// `module.rule-name`; stands in verdicts, the ledger and `Config/`.
  static var id: String { get }
  /// Raised whenever the meaning of the rule changes; old verdicts keep theirs.
  static var version: Int { get }
  /// The statement itself.
  static var texts: Texts { get }
  /// What it rests on.
  static var source: Citation { get }
  /// Every number and choice in it, each with a standard value or none.
  static var parameters: [Parameter] { get }
  /// Judges, by nothing but what it is given: no store, no clock.
  ///
  /// - Parameters:
  ///   - facts: what it judges by.
  ///   - parameters: the numbers in force.
  ///   - day: the business date.
  /// - Returns: every objection; none when it holds.
  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection]
}

extension Rule {
  /// The first meaning.
  public static var version: Int { 1 }
  /// None.
  public static var parameters: [Parameter] { [] }
}

/// Why a rule says no, in a sentence that tells what would help.
public protocol RuleObjection: Sendable {
  /// `module.objection`; stable, for machines.
  var code: String { get }
  /// What stands against it and what would help.
  var texts: Texts { get }
}

/// For rules without numbers.
public struct NoParameters: Codable, Sendable {
  /// No numbers.
  public init() {}
}
