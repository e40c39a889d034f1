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
  /// The least and the most that a number may be, in its unit, and every number of a list; nil where there is none.
  public let bounds: ClosedRange<Int64>?
  /// How many entries a list may have; nil for what is no list.
  public let entries: ClosedRange<Int>?
  /// The texts that a list may have; nil where it is no list of texts, or any will do.
  public let choices: Set<String>?

  /// - Parameters:
  ///   - standard: nil for a required parameter that no source gives.
  ///   - within: the least and the most that anybody may set it to; of a list, each number in it.
  ///   - entries: how many entries a list may have.
  ///   - choices: the texts that a list may have.
  public init(
    _ name: String, _ standard: Value?, _ fa: String, _ en: String, unit: (String, String) = ("", ""),
    source: Citation = .productDefault, within bounds: ClosedRange<Int64>? = nil, entries: ClosedRange<Int>? = nil,
    among choices: Set<String>? = nil
  ) {
    self.name = name
    self.standard = standard
    self.texts = Texts(fa, en)
    self.unit = Texts(unit.0, unit.1)
    self.source = source
    self.bounds = bounds
    self.entries = entries
    self.choices = choices
  }

  /// - Throws: `Refusal` for a number below the least or above the most, a list with too few or too many entries or one entry
  ///   twice, and a text in it that is none of the choices.
  func requireBounds(_ value: Value) throws {
    switch value {
    case .int(let number): try requireBounds(number)
    case .list(let items):
      try requireEntries(items)
      for item in items { try requireBounds(item) }
    case .object(let members): for member in members { try requireBounds(member.value) }
    case .text(let text): try requireChoice(text)
    default: return
    }
  }

  private func requireBounds(_ number: Int64) throws {
    guard let bounds, !bounds.contains(number) else { return }
    throw refusal("parameter.bounds", bounds.lowerBound, bounds.upperBound)
  }

  private func requireEntries(_ items: [Value]) throws {
    if let entries, !entries.contains(items.count) {
      throw refusal(
        "parameter.entries", Int64(entries.lowerBound), Int64(entries.upperBound), of: Texts("شمار موردهای ", "number of entries of the "))
    }
    for (place, item) in items.enumerated() where items[..<place].contains(item) {
      throw Refusal.input(
        "/\(name)", "parameter.twice",
        Texts("\(texts.fa): «\(item.told)» دو بار آمده است.", "The \(texts.en) hold \(item.told) twice."))
    }
  }

  private func requireChoice(_ text: String) throws {
    guard let choices, !choices.contains(text) else { return }
    let known = choices.sorted().joined(separator: ", ")
    throw Refusal.input(
      "/\(name)", "parameter.choice",
      Texts("\(texts.fa): «\(text)» شناخته نیست؛ \(known)", "The \(texts.en): \(text) is not known; \(known)"))
  }

  private func refusal(_ code: String, _ least: Int64, _ most: Int64, of what: Texts = Texts("", "")) -> Refusal {
    Refusal.input(
      "/\(name)", code,
      Texts(
        "\(what.fa)\(texts.fa) باید میان \(PersianText.persianDigits(String(least))) و \(PersianText.persianDigits(String(most))) باشد.",
        "The \(what.en)\(texts.en) must lie between \(least) and \(most)."))
  }
}

extension Value {
  /// A text without its quotation marks, anything else as JSON.
  fileprivate var told: String { string ?? JSONWriter.text(self) }
}
