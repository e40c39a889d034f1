/// One rule of the programme, named as a statement: pure, and it returns *all* objections.
public protocol Rule: Sendable {
  associatedtype Parameters: Decodable & Sendable
  associatedtype Facts: Codable & Sendable
  associatedtype Objection: RuleObjection

  /// `module.rule-name`; stands in verdicts, the ledger and `Config/`.
  static var id: String { get }
  /// Raised whenever the meaning of the rule changes; old verdicts keep theirs.
  static var version: Int { get }
  /// The statement itself.
  static var texts: Texts { get }
  static var source: Citation { get }
  /// Every number and choice in it, each with a standard value or none.
  static var parameters: [Parameter] { get }
  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection]
}

extension Rule {
  public static var version: Int { 1 }
  public static var parameters: [Parameter] { [] }
}

/// Why a rule says no, in a sentence that tells what would help.
public protocol RuleObjection: Sendable {
  var code: String { get }
  var texts: Texts { get }
}

/// For rules without numbers.
public struct NoParameters: Codable, Sendable {
  public init() {}
}
