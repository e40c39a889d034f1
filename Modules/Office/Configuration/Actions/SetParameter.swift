import Contracts
import Feature

/// Proposes a value for a parameter of a rule, for the nation or a province: a short form of `configuration.propose`.
struct SetParameter: DecidingAction {
  var rule: String
  var parameter: String
  var value: String
  var province: Province?
  var from: JalaliDay?
  var source: String
  var isLocked: Bool?
  var reason: String?
  var urgent: Bool?
  var farAhead: Bool?

  static let spec = Spec(
    "configuration.set-parameter", "پیشنهاد مقدار قاعده", "Propose a rule parameter", .post, "/configuration/settings",
    permission: .configurationWrite, weight: .serious,
    fields: [
      "rule": ("قاعده، مانند groups.member-eligibility", "rule, such as groups.member-eligibility"),
      "parameter": ("نام مقدار", "parameter"),
      "value": ("مقدار به صورت JSON، مانند 13 یا true یا \"endOfJalaliYear\"", "value as JSON, such as 13, true or \"endOfJalaliYear\""),
      "province": ("استان؛ خالی برای کشور", "province; empty for the nation"),
      "from": ("از روز؛ پیش‌فرض نخستین روز ممکن", "from; the first possible day when left out"),
      "source": ("مستند", "what it rests on"), "isLocked": ("قفل برای استان‌ها", "locked for provinces"), "reason": ("دلیل", "reason"),
      "urgent": ("فوری، از همین امروز", "urgent, from today"), "farAhead": ("روزی دور است و درست است", "the day is far ahead and meant"),
    ], lengths: ["value": .document], examples: ["rule": "groups.member-eligibility", "parameter": "minimumAge", "value": "18"])

  /// The value as it stands in its change.
  struct Output: Codable, Sendable {
    /// Of the value once it is approved; nil while it waits.
    var id: ID<SettingEntity>?
    var rev: Int
    var rule: String
    var parameter: String
    var province: Province?
    var fromDay: JalaliDay
    var value: String
    var source: String
    var isLocked: Bool
    var change: RuleChange
    /// Provincial values that it stands above, where it is locked.
    var overruled: [OverruledValue]
  }

  func perform(in work: borrowing Transaction) throws -> Output {
    var proposal = Proposal(urgent == true ? .urgent : .ordinary, source: source, reason: reason, isFarAhead: farAhead == true)
    proposal.add(
      ProposedValue(rule: rule, parameter: parameter, value: value, province: province, isLocked: isLocked),
      from: try from ?? work.firstDay(for: proposal.kind), at: "")
    let details = try proposal.enter(in: work)
    let item = try details.onlyItem
    return Output(
      id: item.setting, rev: item.setting == nil ? 0 : 1, rule: rule, parameter: parameter, province: province, fromDay: item.fromDay,
      value: item.value ?? value, source: item.source, isLocked: item.isLocked == true, change: details.change,
      overruled: details.overruled)
  }
}
