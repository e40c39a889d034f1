import Persian
import Feature
import Values

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
