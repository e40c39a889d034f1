import Contracts
import Feature

/// Settles an agreement whose term is over: one outcome, and for an approved year a new agreement. An outcome that was held
/// goes through the same code once more.
enum YearEnd {
  /// The last day on which an undecided year may be decided; offices must be open on it. It counts from the end of the term, or
  /// from the night that noticed it where that ran later.
  static func windowEnd(of agreement: Agreement, in snapshot: borrowing Snapshot) throws -> JalaliDay {
    let days = try snapshot.parameters(of: Renewal.self, in: agreement.province).decisionWindow
    let first = max(agreement.ends, snapshot.ranOn.adding(days: -1))
    return try snapshot.workCalendar(of: agreement.province).nextWorkingDay(onOrAfter: first.adding(days: days))
  }

  /// The last day of the term that would follow.
  static func nextEnd(of agreement: Agreement, in work: borrowing Transaction) throws -> JalaliDay {
    AgreementTerm.lastDay(
      from: agreement.ends.adding(days: 1), under: try work.parameters(of: AgreementTerm.self, in: agreement.province))
  }

  /// - Parameter window: the last day of the decision window where it is known already.
  static func facts(of agreement: Agreement, window: JalaliDay? = nil, in work: borrowing Transaction) throws -> Renewal.Facts {
    let institute = try work.institute(Ref(agreement.institute))
    return .init(
      decision: agreement.decision, isTerminated: agreement.terminatedOn != nil, instituteState: institute.state,
      isLicensed: institute.isLicensed(on: work.day), base: try work.require(HealthBase.self, agreement.base).state,
      isModuleOn: try work.isOn("healthbases", in: agreement.province),
      windowEnds: agreement.decision == nil ? try window ?? windowEnd(of: agreement, in: work.snapshot) : nil,
      nextEnds: try nextEnd(of: agreement, in: work))
  }

  /// The first night after the term.
  static func settle(_ agreement: Agreement, in work: borrowing Transaction) throws {
    let facts = try facts(of: agreement, in: work)
    let objections = try work.objections(Renewal.self, facts, in: agreement.province)
    let next = agreement.ends.adding(days: 1)
    var ended = agreement
    try ended.follow(.end)
    ended.remindOn = nil
    // First, because a base has one agreement in force at a time.
    try work.update(ended)
    try work.dropSignatures(of: ended)
    let kind = Renewal.outcome(of: objections)
    let successor = kind == .renewed ? try follow(agreement, from: next, in: work) : nil
    let outcome = try work.insert(
      AgreementOutcome(
        province: agreement.province, county: agreement.county, agreement: agreement.id, year: next.year, kind: kind,
        reasons: objections.map(\.code), successor: successor?.id, settledOn: work.day))
    switch kind {
    case .held: try hold(outcome, until: facts.windowEnds ?? facts.nextEnds ?? work.day, in: work)
    // Of a terminated one the termination was handed over.
    case .lapsed: if agreement.terminatedOn == nil { try work.awaitHandOver(of: agreement.object) }
    case .renewed: break
    }
    try work.announce(outcome, of: agreement, objections, successor)
  }

  /// A later night: the window closed, a decision was taken, or nobody released it in time.
  static func review(_ outcome: AgreementOutcome, in work: borrowing Transaction) throws {
    let agreement = try work.require(Agreement.self, outcome.agreement)
    let hold = try work.hold(of: outcome)
    let facts = try facts(of: agreement, window: hold?.openUntil, in: work)
    let objections = try work.objections(Renewal.self, facts, in: agreement.province)
    switch Renewal.outcome(of: objections) {
    case .lapsed: try lapse(agreement, outcome, objections, in: work)
    case .renewed where !outcome.isObstructed:
      try renew(agreement, outcome, from: agreement.ends.adding(days: 1), in: work)
    case .renewed, .held:
      // What anything else held is released by a person, who says since when it is gone.
      var held = outcome
      held.reasons = objections.isEmpty ? outcome.reasons.filter { $0 != Renewal.undecidedCode } : objections.map(\.code)
      held = try work.update(held)
      try self.hold(held, until: facts.windowEnds ?? facts.nextEnds ?? work.day, in: work)
      try work.announce(held, of: agreement, objections, nil)
    }
  }

  /// An objection was upheld: the year counts as approved, and whatever else is in the way holds it.
  ///
  /// - Parameter fresh: signed after the lapse. A base with an agreement has nothing to wait for, and a second one beside it
  ///   or before it would cover days on which nobody knew of it: it stands and renews.
  static func uphold(
    _ agreement: Agreement, _ outcome: AgreementOutcome, by fresh: Agreement?, in work: borrowing Transaction
  ) throws {
    if var fresh {
      if fresh.state == .active { try work.carryPending(from: agreement, to: &fresh) }
      try renew(agreement, outcome, by: fresh, in: work)
      return
    }
    let facts = try facts(of: agreement, in: work)
    // Nobody could have released it in time: until today it had lapsed.
    let objections = try work.objections(Renewal.self, facts, in: agreement.province).map { objection -> Renewal.Objection in
      if case .notReleased(let last) = objection { .upheldLate(last) } else { objection }
    }
    guard Renewal.outcome(of: objections) != .renewed else {
      try renew(agreement, outcome, from: agreement.ends.adding(days: 1), in: work)
      return
    }
    var held = outcome
    held.kind = Renewal.outcome(of: objections)
    held.reasons = objections.map(\.code)
    held = try work.update(held)
    if held.kind == .held { try hold(held, until: facts.nextEnds ?? work.day, in: work) }
    try work.announce(held, of: agreement, objections, nil)
  }

  /// The outcome becomes `renewed`, whatever held it before stays with it.
  @discardableResult
  static func renew(
    _ agreement: Agreement, _ outcome: AgreementOutcome, from first: JalaliDay, in work: borrowing Transaction
  ) throws -> AgreementOutcome {
    try renew(agreement, outcome, by: try follow(agreement, from: first, in: work), in: work)
  }

  @discardableResult
  private static func renew(
    _ agreement: Agreement, _ outcome: AgreementOutcome, by successor: Agreement, in work: borrowing Transaction
  ) throws -> AgreementOutcome {
    var renewed = outcome
    renewed.kind = .renewed
    renewed.successor = successor.id
    renewed.releasedOn = work.day
    renewed = try work.update(renewed)
    try endHold(of: renewed, in: work)
    try work.announce(renewed, of: agreement, [], successor)
    return renewed
  }

  private static func lapse(
    _ agreement: Agreement, _ outcome: AgreementOutcome, _ objections: [Renewal.Objection], in work: borrowing Transaction
  ) throws {
    var lapsed = outcome
    lapsed.kind = .lapsed
    lapsed.reasons += objections.map(\.code).filter { !outcome.reasons.contains($0) }
    lapsed = try work.update(lapsed)
    try endHold(of: lapsed, in: work)
    try work.closeYear(of: agreement, by: .pass)
    try work.awaitHandOver(of: agreement.object)
    try work.announce(lapsed, of: agreement, objections, nil)
  }

  private static func follow(_ agreement: Agreement, from first: JalaliDay, in work: borrowing Transaction) throws -> Agreement {
    var successor = try work.insertAgreement(for: try work.require(HealthBase.self, agreement.base), starts: first, after: agreement.id)
    try work.carryPending(from: agreement, to: &successor)
    try work.askSignatures(of: successor)
    return successor
  }

  private static func hold(_ outcome: AgreementOutcome, until last: JalaliDay, in work: borrowing Transaction) throws {
    if outcome.isUndecided { try work.askDecision(on: try work.require(Agreement.self, outcome.agreement), until: last) }
    guard var hold = try work.hold(of: outcome) else {
      try work.insert(
        Hold(province: outcome.province, county: outcome.county, outcome: outcome.id, agreement: outcome.agreement, openUntil: last))
      return
    }
    hold.openUntil = last
    hold.endedOn = nil
    try work.update(hold)
  }

  private static func endHold(of outcome: AgreementOutcome, in work: borrowing Transaction) throws {
    guard var hold = try work.hold(of: outcome), hold.endedOn == nil else { return }
    hold.endedOn = work.day
    try work.update(hold)
  }
}
