public import Jalali
public import Persian
public import Registry
import Rules
import Values

/// One parameter as it is in force, with where it comes from.
public struct ParameterLine: Codable, Sendable {
  public var rule: String
  public var parameter: String
  /// JSON text; nil while a required parameter is not set.
  public var value: String?
  /// `province`, `nation`, `standard` or `unset`.
  public var origin: String
  public var from: JalaliDay?
  public var source: String
  public var citationFa: String
  public var citationEn: String
  public var fa: String
  public var en: String
  public var unitFa: String
  public var unitEn: String
}

/// What is in force for one rule, in one province, on one day — and why.
public struct ExplainRule: Query {
  public var rule: String
  public var province: Province?
  public var on: JalaliDay?

  public static let spec = Spec(
    "configuration.explain", "شرح یک قاعده", "Explain a rule", "/configuration/rules/{rule}",
    permission: .configurationRead,
    fields: [
      "rule": ("قاعده", "rule"), "province": ("استان", "province"), "on": ("در روز؛ پیش‌فرض امروز", "on that day; today when left out"),
    ], examples: ["rule": "groups.member-eligibility"])

  public struct Explained: Codable, Sendable {
    public var rule: String
    public var version: Int
    public var statementFa: String
    public var statementEn: String
    public var source: String
    public var citationFa: String
    public var citationEn: String
    public var parameters: [ParameterLine]
  }

  public func answer(in look: borrowing Look) throws -> Explained {
    let sheets = try look.ask((any InstalledHouse).self).ruleSheets
    guard let sheet = sheets.first(where: { $0.id == rule }) else { throw Refusal.notFound(Texts("این قاعده", "This rule")) }
    return Explained(
      rule: sheet.id, version: sheet.version, statementFa: sheet.texts.fa, statementEn: sheet.texts.en,
      source: sheet.source.source, citationFa: sheet.source.fa, citationEn: sheet.source.en,
      parameters: try ParameterLine.lines(of: sheet, province, on ?? look.day, in: look))
  }
}

/// All rules with the parameters in force.
public struct ShowRules: Query {
  public var province: Province?
  public var on: JalaliDay?

  public static let spec = Spec(
    "configuration.rules", "قواعد و مقادیر جاری", "Rules and parameters in force", "/configuration/rules",
    permission: .configurationRead,
    fields: ["province": ("استان", "province"), "on": ("در روز؛ پیش‌فرض امروز", "on that day; today when left out")])

  public struct Shown: Codable, Sendable {
    public var items: [ParameterLine]
  }

  public func answer(in look: borrowing Look) throws -> Shown {
    let sheets = try look.ask((any InstalledHouse).self).ruleSheets.sorted { $0.id < $1.id }
    return Shown(items: try sheets.flatMap { try ParameterLine.lines(of: $0, province, on ?? look.day, in: look) })
  }
}

extension ParameterLine {
  static func lines(
    of sheet: RuleSheet, _ province: Province?, _ day: JalaliDay, in look: borrowing Look
  ) throws -> [ParameterLine] {
    if let home = look.home, let province, province != home { throw Refusal.notFound(Texts("این استان", "This province")) }
    let settings = try ConfigurationAnswers.settings(for: sheet.id, in: look)
    let inForce = Precedence.inForce(sheet.parameters, settings: settings, province: province?.code, on: day)
    return inForce.lines.map { line in
      let (origin, setting): (String, Setting?) =
        switch line.origin {
        case .province(let setting): ("province", setting)
        case .nation(let setting): ("nation", setting)
        case .standard: ("standard", nil)
        case .unset: ("unset", nil)
        }
      let parameter = line.parameter
      return ParameterLine(
        rule: sheet.id, parameter: parameter.name, value: line.value.map { JSONWriter.text($0) }, origin: origin,
        from: setting?.from, source: setting?.source ?? parameter.source.source,
        citationFa: setting?.source ?? parameter.source.fa, citationEn: setting?.source ?? parameter.source.en,
        fa: parameter.texts.fa, en: parameter.texts.en, unitFa: parameter.unit.fa, unitEn: parameter.unit.en)
    }
  }
}
