import Contracts
import Feature

/// Proposes to switch a module on or off in a province, or in the nation: a short form of `configuration.propose`.
struct SwitchModule: DecidingAction {
  var module: String
  var province: Province?
  var from: JalaliDay?
  var isOn: Bool
  var source: String
  var reason: String?
  var urgent: Bool?
  var farAhead: Bool?

  static let spec = Spec(
    "configuration.switch-module", "پیشنهاد روشن یا خاموش کردن ماژول", "Propose a module switch", .post, "/configuration/switches",
    permission: .configurationWrite, weight: .serious,
    fields: [
      "module": ("ماژول", "module"), "province": ("استان؛ خالی برای کشور", "province; empty for the nation"),
      "from": ("از روز؛ پیش‌فرض نخستین روز ممکن", "from; the first possible day when left out"), "isOn": ("روشن", "on"),
      "source": ("مستند", "on whose word"), "reason": ("دلیل", "reason"),
      "urgent": ("فوری، از همین امروز", "urgent, from today"), "farAhead": ("روزی دور است و درست است", "the day is far ahead and meant"),
    ], examples: ["module": "groups"])

  /// The switch as it stands in its change.
  struct Output: Codable, Sendable {
    /// Of the switch once it is approved; nil while it waits.
    var id: ID<SwitchEntity>?
    var rev: Int
    var module: String
    var province: Province?
    var fromDay: JalaliDay
    var isOn: Bool
    var source: String
    var change: RuleChange
  }

  func perform(in work: borrowing Transaction) throws -> Output {
    var proposal = Proposal(urgent == true ? .urgent : .ordinary, source: source, reason: reason, isFarAhead: farAhead == true)
    proposal.add(
      ProposedSwitch(module: module, province: province, isOn: isOn), from: try from ?? work.firstDay(for: proposal.kind), at: "")
    let details = try proposal.enter(in: work)
    let item = try details.onlyItem
    return Output(
      id: item.moduleSwitch, rev: item.moduleSwitch == nil ? 0 : 1, module: module, province: province, fromDay: item.fromDay, isOn: isOn,
      source: item.source, change: details.change)
  }
}
