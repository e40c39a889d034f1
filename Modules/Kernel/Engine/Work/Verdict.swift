import Feature
import Jalali
import Persian
import Secrets
import Values

/// What a rule said: kept for `explain`, for replay under other parameters, and for auditors.
struct Verdict {
  let rule: String
  let version: Int
  let province: String?
  let day: JalaliDay
  let parameters: ParametersInForce
  let objections: [(code: String, texts: Texts)]
  /// How many rows the unit had changed when the rule was asked; the verdict stands with the entry of the next change.
  let change: Int
  /// Keeps the facts from being guessed out of their digest.
  let salt = Random.bytes(16)
  /// What the rule was told, as JSON.
  let factsText: [UInt8]

  init(
    rule: String, version: Int, province: String?, day: JalaliDay, parameters: ParametersInForce, facts: some Encodable,
    objections: [(code: String, texts: Texts)], change: Int
  ) throws {
    self.rule = rule
    self.version = version
    self.province = province
    self.day = day
    self.parameters = parameters
    self.objections = objections
    self.change = change
    factsText = try JSONEncoding.write(facts, showsSecrets: true).body
  }

  /// How the ledger entry speaks of it.
  func ledgerForm() -> Value {
    .record([
      "cfg": .text(Hex.encode(parameters.digest)), "facts": .text(Hex.encode(Digest.sha256(salt + factsText))),
      "id": .text(rule), "verdict": .text(objections.isEmpty ? "pass" : "refused"), "ver": .int(Int64(version)),
    ])
  }
}

extension Refusal {
  /// Required parameters that nobody has set yet.
  static func unset<Asked: Rule>(_ rule: Asked.Type, _ missing: [Parameter], _ province: Province?) -> Refusal {
    let names = missing.map { "\(rule.id).\($0.name)" }.joined(separator: ", ")
    let place = province.map { Texts("استان \($0.fa)", $0.en) } ?? Texts("کشور", "the nation")
    return Refusal(
      .rule, "parameter.unset",
      Texts(
        "بهزیستی کشور هنوز این مقدار را برای \(place.fa) تعیین نکرده است: \(names)",
        "The national office has not set this value for \(place.en) yet: \(names)"),
      faults: missing.map { FieldFault("", "parameter.unset", Texts("\($0.texts.fa): تعیین نشده", "\($0.texts.en): not set")) },
      rule: .record([
        "id": .text(rule.id), "version": .int(Int64(rule.version)), "source": .text(rule.source.source),
        "citationFa": .text(rule.source.fa), "citationEn": .text(rule.source.en),
      ]))
  }
}
