import Contracts
import Feature

/// One parameter as it is in force, with where it comes from.
struct ParameterLine: Codable, Sendable {
  var rule: String
  var parameter: String
  /// JSON text; nil while a required parameter is not set.
  var value: String?
  /// `province`, `nation`, `standard` or `unset`.
  var origin: String
  var from: JalaliDay?
  /// The day on which it was decided, where it was not there from the beginning.
  var entered: JalaliDay?
  /// Whether something else was in force on that day, as it was known then: the value was entered later.
  var isCorrected: Bool
  /// JSON text of what was in force then; nil where nothing was, and where nothing was entered later.
  var valueThen: String?
  var source: String
  var citationFa: String
  var citationEn: String
  var fa: String
  var en: String
  var unitFa: String
  var unitEn: String
  /// Of a number, in its unit; nil for a choice or a list.
  var least: Int64?
  var most: Int64?
}

/// What is in force for one rule, in one province, on one day — and why.
struct ExplainRule: Query {
  var rule: String
  var province: Province?
  var on: JalaliDay?

  static let spec = Spec(
    "configuration.explain", "شرح یک قاعده", "Explain a rule", "/configuration/rules/{rule}",
    permission: .configurationRead,
    fields: [
      "rule": ("قاعده", "rule"), "province": ("استان", "province"), "on": ("در روز؛ پیش‌فرض امروز", "on that day; today when left out"),
    ], examples: ["rule": "groups.member-eligibility"])

  struct Explained: Codable, Sendable {
    var rule: String
    var version: Int
    var statementFa: String
    var statementEn: String
    var source: String
    var citationFa: String
    var citationEn: String
    var parameters: [ParameterLine]
  }

  func answer(in snapshot: borrowing Snapshot) throws -> Explained {
    let sheets = try snapshot.contract((any DeclarationIndex).self).ruleDescriptions
    guard let sheet = sheets.first(where: { $0.id == rule }) else { throw Refusal.notFound(Texts("این قاعده", "This rule")) }
    return Explained(
      rule: sheet.id, version: sheet.version, statementFa: sheet.texts.fa, statementEn: sheet.texts.en,
      source: sheet.source.source, citationFa: sheet.source.fa, citationEn: sheet.source.en,
      parameters: try ParameterLine.lines(of: sheet, province, on ?? snapshot.day, in: snapshot))
  }
}

/// All rules with the parameters in force.
struct ShowRules: Query {
  var province: Province?
  var on: JalaliDay?

  static let spec = Spec(
    "configuration.rules", "قواعد و مقادیر جاری", "Rules and parameters in force", "/configuration/rules",
    permission: .configurationRead,
    fields: ["province": ("استان", "province"), "on": ("در روز؛ پیش‌فرض امروز", "on that day; today when left out")])

  struct Shown: Codable, Sendable {
    var items: [ParameterLine]
  }

  func answer(in snapshot: borrowing Snapshot) throws -> Shown {
    let sheets = try snapshot.contract((any DeclarationIndex).self).ruleDescriptions.sorted { $0.id < $1.id }
    return Shown(items: try sheets.flatMap { try ParameterLine.lines(of: $0, province, on ?? snapshot.day, in: snapshot) })
  }
}

extension ParameterLine {
  static func lines(
    of sheet: RuleDescription, _ province: Province?, _ day: JalaliDay, in snapshot: borrowing Snapshot
  ) throws -> [ParameterLine] {
    if let home = snapshot.home, let province, province != home { throw Refusal.notFound(Texts("این استان", "This province")) }
    let settings = try ConfigurationProvider.settings(for: sheet.id, in: snapshot)
    let inForce = Precedence.inForce(sheet.parameters, settings: settings, province: province?.code, on: day)
    let known = settings.filter { $0.entered.map { $0 <= day } ?? true }
    let then = Precedence.inForce(sheet.parameters, settings: known, province: province?.code, on: day)
    return zip(inForce.lines, then.lines).map { line, lineThen in
      let (origin, setting): (String, Setting?) =
        switch line.origin {
        case .province(let setting): ("province", setting)
        case .nation(let setting): ("nation", setting)
        case .standard: ("standard", nil)
        case .unset: ("unset", nil)
        }
      let parameter = line.parameter
      let isCorrected = line.value != lineThen.value
      return ParameterLine(
        rule: sheet.id, parameter: parameter.name, value: line.value.map { JSONWriter.text($0) }, origin: origin,
        from: setting?.from, entered: setting?.entered, isCorrected: isCorrected,
        valueThen: isCorrected ? lineThen.value.map { JSONWriter.text($0) } : nil, source: setting?.source ?? parameter.source.source,
        citationFa: setting?.source ?? parameter.source.fa, citationEn: setting?.source ?? parameter.source.en,
        fa: parameter.texts.fa, en: parameter.texts.en, unitFa: parameter.unit.fa, unitEn: parameter.unit.en,
        least: parameter.bounds?.lowerBound, most: parameter.bounds?.upperBound)
    }
  }
}
