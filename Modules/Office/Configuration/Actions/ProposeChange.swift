import Contracts
import Feature

/// Proposes one or several values and switches together; somebody else of the national office approves all of them or none.
struct ProposeChange: DecidingAction {
  var values: [ProposedValue]?
  var switches: [ProposedSwitch]?
  var from: JalaliDay?
  var source: String
  var reason: String?
  var urgent: Bool?
  var farAhead: Bool?

  static let spec = Spec(
    "configuration.propose", "پیشنهاد تغییر قواعد", "Propose a change of rules", .post, "/configuration/changes",
    permission: .configurationWrite, weight: .serious,
    fields: [
      "values": (
        "مقدارها: rule، parameter، value به صورت JSON، province، from، source، isLocked",
        "values: rule, parameter, value as JSON, province, from, source, isLocked"
      ),
      "switches": ("کلیدها: module، isOn، province، from، source", "switches: module, isOn, province, from, source"),
      "from": ("از روز؛ پیش‌فرض نخستین روز ممکن", "from; the first possible day when left out"),
      "source": ("مستند", "what it rests on"), "reason": ("دلیل", "reason"),
      "urgent": ("فوری، از همین امروز", "urgent, from today"), "farAhead": ("روزی دور است و درست است", "the day is far ahead and meant"),
    ], examples: ["values": ProposedValue.example])

  func perform(in work: borrowing Transaction) throws -> ChangeDetails {
    var proposal = Proposal(urgent == true ? .urgent : .ordinary, source: source, reason: reason, isFarAhead: farAhead == true)
    let day = try from ?? work.firstDay(for: proposal.kind)
    proposal.add(values ?? [], switches ?? [], from: day)
    return try proposal.enter(in: work)
  }
}

/// Corrects what was in force on days gone by: from then on the past is judged by it, and what was decided under the other
/// value keeps its verdict.
struct CorrectPast: DecidingAction {
  var values: [ProposedValue]?
  var switches: [ProposedSwitch]?
  var from: JalaliDay
  var source: String
  var reason: String

  static let spec = Spec(
    "configuration.correct-past", "پیشنهاد اصلاح گذشتهٔ قواعد", "Propose a correction of past rules", .post,
    "/configuration/corrections", permission: .configurationCorrectPast, weight: .grave,
    fields: [
      "values": (
        "مقدارها: rule، parameter، value به صورت JSON، province، from، source، isLocked",
        "values: rule, parameter, value as JSON, province, from, source, isLocked"
      ),
      "switches": ("کلیدها: module، isOn، province، from، source", "switches: module, isOn, province, from, source"),
      "from": ("از روزی که گذشته است", "from, a day gone by"), "source": ("مستند", "what it rests on"), "reason": ("دلیل", "reason"),
    ], examples: ["values": ProposedValue.example])

  func perform(in work: borrowing Transaction) throws -> ChangeDetails {
    var proposal = Proposal(.retroactive, source: source, reason: reason)
    proposal.add(values ?? [], switches ?? [], from: from)
    return try proposal.enter(in: work)
  }
}

extension Proposal {
  fileprivate mutating func add(_ values: [ProposedValue], _ switches: [ProposedSwitch], from day: JalaliDay) {
    for (index, value) in values.enumerated() { add(value, from: day, at: "/values/\(index)") }
    for (index, word) in switches.enumerated() { add(word, from: day, at: "/switches/\(index)") }
  }
}

extension Transaction {
  /// Tomorrow; today for what is urgent, and where nobody else could approve it.
  func firstDay(for kind: ChangeKind) throws -> JalaliDay {
    try kind == .urgent || isOnlyHand(for: .configurationApprove) ? day : day.adding(days: 1)
  }
}
