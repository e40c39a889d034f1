import Contracts
import Feature

/// Sets a parameter of a rule for the nation or a province, from a day on, with its source.
struct SetParameter: DecidingAction {
  var rule: String
  var parameter: String
  var value: String
  var province: Province?
  var from: JalaliDay?
  var source: String
  var isLocked: Bool?

  static let spec = Spec(
    "configuration.set-parameter", "تعیین مقدار قاعده", "Set a rule parameter", .post, "/configuration/settings",
    permission: .configurationWrite, weight: .serious,
    fields: [
      "rule": ("قاعده، مانند groups.member-eligibility", "rule, such as groups.member-eligibility"),
      "parameter": ("نام مقدار", "parameter"),
      "value": ("مقدار به صورت JSON، مانند 13 یا true یا \"endOfJalaliYear\"", "value as JSON, such as 13, true or \"endOfJalaliYear\""),
      "province": ("استان؛ خالی برای کشور", "province; empty for the nation"),
      "from": ("از روز؛ پیش‌فرض امروز", "from; today when left out"), "source": ("مستند", "what it rests on"),
      "isLocked": ("قفل برای استان‌ها", "locked for provinces"),
    ], lengths: ["value": .document], examples: ["rule": "groups.member-eligibility", "parameter": "minimumAge", "value": "18"])

  func perform(in work: borrowing Transaction) throws -> ParameterSetting {
    let sheets = try work.contract((any DeclarationIndex).self).ruleDescriptions
    guard let sheet = sheets.first(where: { $0.id == rule }) else {
      throw Refusal.input("/rule", "configuration.rule", Texts("چنین قاعده‌ای نیست: \(rule)", "There is no rule \(rule)."))
    }
    guard sheet.parameters.contains(where: { $0.name == parameter }) else {
      let known = sheet.parameters.map(\.name).joined(separator: ", ")
      throw Refusal.input(
        "/parameter", "configuration.parameter", Texts("مقدارهای این قاعده: \(known)", "This rule's parameters: \(known)"))
    }
    try check(sheet)
    let day = from ?? work.day
    let isLockedNow = try work.count(
      """
      SELECT is_locked FROM configuration_setting WHERE rule = ? AND parameter = ? AND province IS NULL AND from_day <= ?
      ORDER BY from_day DESC LIMIT 1
      """, rule, parameter, day)
    let latest = try work.rows(
      "SELECT max(from_day) FROM configuration_setting WHERE rule = ? AND parameter = ? AND coalesce(province,'') = ?",
      rule, parameter, province?.code ?? ""
    ).first?.first?.integer
    try work.require(
      ParameterChange.self,
      .init(
        from: day, latest: latest.map { JalaliDay(number: Int($0)) }, isProvincial: province != nil,
        isNationLocked: isLockedNow > 0, hasSource: !PersianText.stored(source).isEmpty), in: nil)
    return try work.insert(
      ParameterSetting(
        rule: rule, parameter: parameter, province: province, fromDay: day, value: JSONWriter.text(try parsed()),
        source: PersianText.stored(source), isLocked: (isLocked ?? false) && province == nil))
  }

  private func parsed() throws -> Value {
    do {
      return try JSONReader.read(Array(value.utf8))
    } catch let refusal as Refusal {
      throw Refusal.input("/value", refusal.code, refusal.faults.first?.texts ?? refusal.texts)
    }
  }

  /// The rule itself says whether it could work with the value: alone, and beside the standards of all others.
  private func check(_ sheet: RuleDescription) throws {
    let value = try parsed()
    let members = sheet.parameters.compactMap { one -> Value.Member? in
      if one.name == parameter { return .init(one.name, value) }
      return one.standard.map { .init(one.name, $0) }
    }
    do {
      try sheet.checkOne(value, parameter)
      if members.count == sheet.parameters.count { try sheet.check(.object(members)) }
    } catch let fault as FieldFault {
      throw Refusal.input("/value", fault.code, fault.texts)
    } catch let refusal as Refusal {
      let fault = refusal.faults.first
      throw Refusal.input("/value", fault?.code ?? refusal.code, fault?.texts ?? refusal.texts)
    }
  }
}
