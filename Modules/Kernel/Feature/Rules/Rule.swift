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

/// Where a rule or a number comes from: a seed document (S0…S4), an article, a public page (W), or this product's default (D).
public struct Citation: Sendable, Hashable, Codable {
  /// The document: `S0` to `S4`, `W` for a public page, `D` for a default of this product.
  public let source: String
  /// The place in it, in Persian.
  public let fa: String
  /// The place in it, in English.
  public let en: String

  /// Cites a place in a document.
  ///
  /// - Parameters:
  ///   - source: the document's short name.
  ///   - fa: the place in Persian.
  ///   - en: the place in English.
  public init(_ source: String, _ fa: String, _ en: String) {
    self.source = source
    self.fa = fa
    self.en = en
  }

  /// A value that no source gives and that this product proposes, visibly.
  public static let productDefault = Citation("D", "پیش‌فرض این سامانه", "default of this product")
  /// A value that no source gives: nothing that needs it is possible before the national office sets it.
  public static let nobody = Citation("-", "در هیچ منبعی نیامده است", "given by no source")
}

/// One number, choice or list in a rule. What has no standard must be set by the national office before the rule can be used.
public struct Parameter: Sendable {
  /// A property of the rule's `Parameters`.
  public let name: String
  /// What holds until somebody sets another; nil for a required parameter that no source gives.
  public let standard: Value?
  /// What it says.
  public let texts: Texts
  /// What it is counted in, such as days or hundredths of a percent; empty for a choice.
  public let unit: Texts
  /// Where the standard comes from, or who did not give one.
  public let source: Citation
  /// The least and the most that a number may be, in its unit; nil where nobody has said so.
  public let bounds: ClosedRange<Int64>?

  /// - Parameters:
  ///   - standard: nil for a required parameter that no source gives.
  ///   - within: the least and the most that anybody may set it to; not for parameters that are no number.
  public init(
    _ name: String, _ standard: Value?, _ fa: String, _ en: String, unit: (String, String) = ("", ""),
    source: Citation = .productDefault, within bounds: ClosedRange<Int64>? = nil
  ) {
    self.name = name
    self.standard = standard
    self.texts = Texts(fa, en)
    self.unit = Texts(unit.0, unit.1)
    self.source = source
    self.bounds = bounds
  }

  /// - Throws: `Refusal` for a number below the least or above the most.
  func requireBounds(_ value: Value) throws {
    guard let bounds, case .int(let number) = value, !bounds.contains(number) else { return }
    let (least, most) = (bounds.lowerBound, bounds.upperBound)
    throw Refusal.input(
      "/\(name)", "parameter.bounds",
      Texts(
        "\(texts.fa) باید میان \(PersianText.persianDigits(String(least))) و \(PersianText.persianDigits(String(most))) باشد.",
        "The \(texts.en) must lie between \(least) and \(most)."))
  }
}
