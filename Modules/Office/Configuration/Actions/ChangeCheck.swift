import Contracts
import Feature

/// Everything that is asked of a change, when it is proposed and again when it is approved: its day, its bounds and choices,
/// locks, and what modules stand on.
struct ChangeCheck {
  private let kind: ChangeKind
  private let drafts: [Proposal.Draft]
  private let isFarAhead: Bool
  private let hasReason: Bool
  private let isOnlyHand: Bool

  init(_ proposal: Proposal, isOnlyHand: Bool) {
    kind = proposal.kind
    drafts = proposal.drafts
    isFarAhead = proposal.isFarAhead
    hasReason = proposal.reason != nil
    self.isOnlyHand = isOnlyHand
  }

  /// For the approval: what was far ahead when it was proposed was meant so.
  init(_ change: RuleChange, _ items: [ChangeItem]) {
    kind = change.kind
    drafts = items.map { .init(item: $0, pointer: "") }
    isFarAhead = true
    hasReason = change.reason != nil
    isOnlyHand = false
  }

  /// - Returns: the items as they are to be written.
  /// - Throws: `Refusal` with the faults of all items; its rule is that of the first.
  func run(in work: borrowing Transaction) throws -> [ChangeItem] {
    let words = try SwitchWords(adding: drafts.map(\.item), in: work.snapshot)
    var checked: [ChangeItem] = []
    var refused: Refusal?
    for (index, draft) in drafts.enumerated() {
      do {
        try requireOnce(draft.item, among: drafts[..<index].map(\.item))
        checked.append(try check(draft.item, words, work))
      } catch var refusal as Refusal where refusal.kind == .rule || refusal.kind == .malformed {
        for index in refusal.faults.indices { refusal.faults[index].pointer = draft.pointer + refusal.faults[index].pointer }
        refused =
          refused.map { first in
            var first = first
            first.faults += refusal.faults
            return first
          } ?? refusal
      }
    }
    if let refused { throw refused }
    return checked
  }

  private func requireOnce(_ item: ChangeItem, among others: [ChangeItem]) throws {
    let isTwice = others.contains {
      $0.rule == item.rule && $0.parameter == item.parameter && $0.module == item.module && $0.province == item.province
        && $0.fromDay == item.fromDay
    }
    guard isTwice else { return }
    throw Refusal.input(
      "", "configuration.twice",
      Texts("این مورد برای همان روز دو بار آمده است.", "This is given twice for the same day."))
  }

  private func check(_ item: ChangeItem, _ words: SwitchWords, _ work: borrowing Transaction) throws -> ChangeItem {
    // The installation brings what has been in force since before there was a store.
    if work.principal.staff != nil {
      try work.require(
        ChangeTerms.self,
        .init(from: item.fromDay, kind: kind, isFarAhead: isFarAhead, isOnlyHand: isOnlyHand, hasReason: hasReason), in: nil)
    }
    guard let module = item.module, let isOn = item.isOn else { return try value(item, work) }
    guard words.modules.contains(where: { $0.id == module }) else {
      let known = words.modules.map(\.id).joined(separator: ", ")
      throw Refusal.input("/module", "configuration.module", Texts("ماژول‌ها: \(known)", "Modules: \(known)"))
    }
    let said = try SwitchWords.words(on: module, in: work.snapshot).filter { $0.province == item.province }
    try requireSuccession(of: said.map(\.fromDay).max(), by: item, isNationLocked: false, work)
    let breaches = words.breaches(around: module, in: item.province, from: item.fromDay)
    try work.require(
      ModuleDependencies.self,
      .init(isOn: isOn, missing: isOn ? breaches.missing : [], dependents: isOn ? [] : breaches.dependents), in: nil)
    return item
  }

  private func value(_ item: ChangeItem, _ work: borrowing Transaction) throws -> ChangeItem {
    var item = item
    let value = try ProposedValueCheck(rule: item.rule ?? "", parameter: item.parameter ?? "", text: item.value ?? "").run(in: work)
    item.value = JSONWriter.text(value)
    let known = try ConfigurationProvider.settings(for: item.rule ?? "", in: work.snapshot).filter { $0.parameter == item.parameter }
    let locks =
      known.filter { $0.province == nil }.map { (from: $0.from, isLocked: $0.isLocked) }
      + drafts.map(\.item).filter { $0.rule == item.rule && $0.parameter == item.parameter && $0.province == nil }
      .map { (from: $0.fromDay, isLocked: $0.isLocked == true) }
    let national = locks.reversed().filter { $0.from <= item.fromDay }.max { $0.from < $1.from }
    let newest = known.filter { $0.province == item.province?.code }.map(\.from).max()
    try requireSuccession(of: newest, by: item, isNationLocked: national?.isLocked == true, work)
    return item
  }

  private func requireSuccession(
    of newest: JalaliDay?, by item: ChangeItem, isNationLocked: Bool, _ work: borrowing Transaction
  ) throws {
    // What was set today is mended today.
    let mayStandBefore = kind == .retroactive || (item.fromDay == work.day && newest == work.day)
    try work.require(
      ParameterChange.self,
      .init(
        from: item.fromDay, latest: mayStandBefore ? nil : newest, isProvincial: item.province != nil,
        isNationLocked: isNationLocked, hasSource: !item.source.isEmpty), in: nil)
  }
}

/// Whether a rule could work with a value: alone, and beside the standards of all others.
struct ProposedValueCheck {
  let rule: String
  let parameter: String
  /// JSON.
  let text: String

  /// - Throws: `Refusal` for a rule or parameter that does not exist and a value that it cannot take.
  func run(in work: borrowing Transaction) throws -> Value {
    let sheets = try work.contract((any DeclarationIndex).self).ruleDescriptions
    guard let sheet = sheets.first(where: { $0.id == rule }) else {
      throw Refusal.input("/rule", "configuration.rule", Texts("چنین قاعده‌ای نیست: \(rule)", "There is no rule \(rule)."))
    }
    guard sheet.parameters.contains(where: { $0.name == parameter }) else {
      let known = sheet.parameters.map(\.name).joined(separator: ", ")
      throw Refusal.input(
        "/parameter", "configuration.parameter", Texts("مقدارهای این قاعده: \(known)", "This rule's parameters: \(known)"))
    }
    do {
      let value = try JSONReader.read(Array(text.utf8))
      try sheet.check(value, for: parameter)
      return value
    } catch let fault as FieldFault {
      throw Refusal.input("/value", fault.code, fault.texts)
    } catch let refusal as Refusal {
      let fault = refusal.faults.first
      throw Refusal.input("/value", fault?.code ?? refusal.code, fault?.texts ?? refusal.texts)
    }
  }
}
