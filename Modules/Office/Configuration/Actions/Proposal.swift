import Contracts
import Feature

/// One value of a proposal, as it is typed.
struct ProposedValue: Codable, Sendable {
  var rule: String
  var parameter: String
  /// JSON text.
  var value: String
  var province: Province?
  var from: JalaliDay?
  var source: String?
  var isLocked: Bool?

  static let example = #"[{"rule": "groups.member-eligibility", "parameter": "minimumAge", "value": "18"}]"#
}

/// One switch of a proposal, as it is typed.
struct ProposedSwitch: Codable, Sendable {
  var module: String
  var province: Province?
  var from: JalaliDay?
  var isOn: Bool
  var source: String?
}

/// What somebody proposes, whichever act brings it: several values and switches that stand or fall together.
struct Proposal {
  /// An item that is not written yet, with the place in the input that faults point to.
  struct Draft {
    var item: ChangeItem
    let pointer: String
  }

  var kind: ChangeKind
  var source: String
  var reason: String?
  var isFarAhead = false
  private(set) var drafts: [Draft] = []

  init(_ kind: ChangeKind, source: String, reason: String?, isFarAhead: Bool = false) {
    self.kind = kind
    self.source = PersianText.stored(source)
    self.reason = reason.map { PersianText.stored($0) }.flatMap { $0.isEmpty ? nil : $0 }
    self.isFarAhead = isFarAhead
  }

  /// - Parameter day: from when it holds, where it does not say so itself.
  mutating func add(_ value: ProposedValue, from day: JalaliDay, at pointer: String) {
    drafts.append(
      Draft(
        item: ChangeItem(
          change: ID(0), province: value.province, fromDay: value.from ?? day,
          source: value.source.map { PersianText.stored($0) } ?? source, rule: value.rule, parameter: value.parameter,
          value: value.value, isLocked: value.isLocked == true && value.province == nil), pointer: pointer))
  }

  /// - Parameter day: from when it holds, where it does not say so itself.
  mutating func add(_ word: ProposedSwitch, from day: JalaliDay, at pointer: String) {
    drafts.append(
      Draft(
        item: ChangeItem(
          change: ID(0), province: word.province, fromDay: word.from ?? day,
          source: word.source.map { PersianText.stored($0) } ?? source, module: word.module, isOn: word.isOn), pointer: pointer))
  }

  /// Writes the proposal; where nobody else could approve it, it is approved by that.
  ///
  /// - Throws: `Refusal` with what stands against each item.
  func enter(in work: borrowing Transaction) throws -> ChangeDetails {
    guard let first = drafts.first else {
      throw Refusal.input(
        "/values", "configuration.nothing-proposed",
        Texts("دست‌کم یک مقدار یا کلید پیشنهاد کنید.", "Propose one value or switch at least."))
    }
    let isOnlyHand = try work.isOnlyHand(for: .configurationApprove)
    let checked = try ChangeCheck(self, isOnlyHand: isOnlyHand).run(in: work)
    let places = Set(checked.map(\.province))
    var change = try work.insert(
      RuleChange(
        kind: kind, province: places.count == 1 ? first.item.province : nil,
        fromDay: checked.map(\.fromDay).min() ?? work.day, source: source, reason: reason,
        state: isOnlyHand ? .approved : .proposed, decidedOn: isOnlyHand ? work.day : nil,
        hands: isOnlyHand ? (work.principal.staff == nil ? 0 : 1) : nil))
    for var item in checked {
      item.change = change.id
      item = try work.insert(item)
      if isOnlyHand { try work.putInForce(item) }
    }
    change = try work.require(RuleChange.self, change.id)
    return try ChangeDetails(change, in: work.snapshot)
  }
}

extension Transaction {
  /// Whether nobody else holds a permission in the nation, or did a week ago. The installation is alone on the day it makes
  /// the store.
  func isOnlyHand(for permission: Permission) throws -> Bool {
    guard principal.staff != nil else { return true }
    return try !contract((any StaffDirectory).self).hadOthers(
      than: principal.identities, holding: permission.roles, since: day.adding(days: -Role.daysUntilAlone), in: snapshot)
  }

  /// The value or switch that an approved item becomes.
  func putInForce(_ item: ChangeItem) throws {
    var item = item
    if let rule = item.rule, let parameter = item.parameter, let value = item.value {
      item.setting = try insert(
        ParameterSetting(
          rule: rule, parameter: parameter, province: item.province, fromDay: item.fromDay, value: value, source: item.source,
          isLocked: item.isLocked == true)
      ).id
    } else if let module = item.module, let isOn = item.isOn {
      item.moduleSwitch = try insert(
        ModuleSwitch(module: module, province: item.province, fromDay: item.fromDay, isOn: isOn, source: item.source)
      ).id
    }
    try update(item)
  }
}
