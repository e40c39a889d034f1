import Contracts
import Feature

/// What is decided against a base: it is suspended.
struct ContestedBases: ContestedDecisions {
  let object = HealthBaseEntity.object

  func decisions(against row: Int64, in snapshot: borrowing Snapshot) throws -> [ContestedDecision] {
    try snapshot.all(BaseSuspension.self, "base = ? AND resumed_on IS NULL", ID<HealthBaseEntity>(row)).map {
      .init(
        name: $0.object, texts: Texts("تعلیق پایگاه", "suspension of the base"), takenOn: $0.suspendedOn,
        superiors: [.provincialDirector, .nationalAdmin])
    }
  }

  func requireOtherHands(than decision: ContestedDecision, in row: Int64, work: borrowing Transaction) throws {}

  // Nothing is put off.
  func stay(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {}
  func confirm(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {}

  func overturn(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    var base = try work.require(HealthBase.self, ID(row))
    try work.resume(&base)
  }
}

/// What is decided against an agreement: its year ends without a renewal, or it is terminated early.
struct ContestedAgreements: ContestedDecisions {
  let object = AgreementEntity.object

  func decisions(against row: Int64, in snapshot: borrowing Snapshot) throws -> [ContestedDecision] {
    try decision(against: row, in: snapshot).map { [$0] } ?? []
  }

  private func decision(against row: Int64, in snapshot: borrowing Snapshot) throws -> ContestedDecision? {
    guard let agreement = try snapshot.find(Agreement.self, ID(row)) else { return nil }
    if let terminated = agreement.terminatedOn {
      let finding = try snapshot.first(Termination.self, "agreement = ? AND is_open = 0 ORDER BY id DESC", agreement.id)
      return finding.map {
        .init(
          name: "\(TerminationEntity.object)/\($0.id.raw)",
          texts: Texts("خاتمهٔ زودهنگام توافق‌نامهٔ \(agreement.code)", "early termination of the agreement \(agreement.code)"),
          takenOn: terminated, superiors: [.nationalAdmin])
      }
    }
    guard let outcome = try snapshot.outcome(of: agreement), outcome.kind == .lapsed else { return nil }
    return .init(
      name: "\(OutcomeEntity.object)/\(outcome.id.raw)",
      texts: Texts("سرانجام بی‌تجدید توافق‌نامهٔ \(agreement.code)", "outcome without a renewal of the agreement \(agreement.code)"),
      takenOn: try snapshot.hold(of: outcome)?.endedOn ?? outcome.settledOn, superiors: [.provincialDirector, .nationalAdmin])
  }

  /// Nobody who decided on the year, recorded in it, found its termination necessary, or signed what came after it.
  func requireOtherHands(than decision: ContestedDecision, in row: Int64, work: borrowing Transaction) throws {
    let agreement = try work.require(Agreement.self, ID(row))
    for decision in try work.all(TakenDecision.self, "agreement = ?", agreement.id) {
      try work.requireSeparationOfDuties(on: decision)
    }
    if let fresh = try work.fresh(after: agreement) { try work.requireSeparationOfDuties(on: fresh) }
    for finding in try work.all(Termination.self, "agreement = ?", agreement.id) {
      for confirmation in try work.all(Confirmation.self, "termination = ? ORDER BY id", finding.id) {
        try work.requireSeparationOfDuties(on: confirmation)
      }
      try work.requireSeparationOfDuties(on: finding)
    }
    try work.requireNoActivity(of: agreement)
  }

  // Nothing is put off.
  func stay(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {}
  func confirm(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {}

  func overturn(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    var agreement = try work.require(Agreement.self, ID(row))
    try work.requireOn(agreement.province)
    let outcome = try work.outcome(of: agreement)
    let fresh = try work.fresh(after: agreement)
    try work.insert(
      Overturned(
        province: agreement.province, county: agreement.county, agreement: agreement.id, outcome: outcome?.id, overturnedOn: work.day))
    guard let terminated = agreement.terminatedOn else {
      // The year counts as an approved one.
      guard let outcome else { return }
      agreement.decision = .approved
      agreement.decidedOn = work.day
      try YearEnd.uphold(try work.update(agreement), outcome, by: fresh, in: work)
      return
    }
    // What was signed since stands: a base has one agreement at a time.
    guard fresh == nil else { return }
    agreement.terminatedOn = nil
    let since = terminated.adding(days: 1)
    if since < work.day {
      try work.insert(
        TerminationGap(
          province: agreement.province, county: agreement.county, agreement: agreement.id, since: since, resumedOn: work.day))
    }
    if let outcome {
      // The year is decided on as if it had run to its end.
      try YearEnd.uphold(try work.update(agreement), outcome, by: nil, in: work)
    } else {
      try work.reinstate(&agreement)
    }
  }
}

extension SnapshotProtocol where Self: ~Copyable {
  /// What was signed for the base after an agreement ended.
  fileprivate func fresh(after agreement: Agreement) throws -> Agreement? {
    try first(Agreement.self, "previous = ?", agreement.id)
  }
}

extension Transaction {
  /// A terminated agreement goes on; suspended where its institute's licence is, or where a signature is wanting for long.
  fileprivate func reinstate(_ agreement: inout Agreement) throws {
    try move(&agreement, by: .reinstate)
    let reminders = try parameters(of: RenewalReminders.self, in: agreement.province)
    agreement.remindOn = RenewalReminders.next(after: day.adding(days: -1), end: agreement.ends, under: reminders)
    agreement = try update(agreement)
    try askSignaturesAgain(of: agreement)
    let isLicensed = try institute(Ref(agreement.institute)).isLicensed(on: day)
    guard try !isLicensed || signature(of: agreement)?.isHolding == true else { return }
    try move(&agreement, by: .suspend)
    agreement = try update(agreement)
    if !isLicensed { try interrupt(agreement, by: .licence) }
  }
}
