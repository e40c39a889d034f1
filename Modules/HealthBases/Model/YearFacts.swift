import Contracts
import Feature

extension SnapshotProtocol where Self: ~Copyable {
  /// What the rule on a year's approval judges by. What was done after the term belongs to the next one.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func yearFacts(of agreement: Agreement, _ decision: YearDecision) throws -> YearApproval.Facts {
    let done = try rows("SELECT commitment, day FROM healthbases_activity WHERE agreement = ? AND day <= ?", agreement.id, agreement.ends)
    let kept = Set(done.compactMap { $0.first?.string.flatMap(Commitment.init(rawValue:)) })
    let quarters = Set(try done.map { YearQuarter.number(of: try JalaliDay(value: $0[1])) })
    return YearApproval.Facts(
      state: agreement.state, decision: decision, kept: Commitment.allCases.filter(kept.contains), earlier: agreement.decision,
      starts: agreement.starts, ends: agreement.ends, idleDays: try idleDays(of: agreement), quarters: quarters.sorted(),
      windowEnds: try windowEnd(of: agreement))
  }
}

/// What stands between a year and its renewal: what was not done in it, and what holds the base or its institute.
struct Lacking {
  var work: [MissingPoint]
  var renewal: [MissingPoint]
}

extension Snapshot {
  /// What an agreement lacks today for the approval of its year, and on the day after its term for the renewal.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func lacking(_ agreement: Agreement) throws -> Lacking {
    let facts = try yearFacts(of: agreement, .approved)
    let work = try missing(YearApproval.self, facts, in: agreement.province).filter { !YearApproval.formal.contains($0.code) }
    guard let base = try find(HealthBase.self, agreement.base) else { return Lacking(work: work, renewal: []) }
    let institute = try institute(Ref(agreement.institute))
    let renewal = Renewal.Facts(
      decision: .approved, isTerminated: false, instituteState: institute.state,
      isLicensed: institute.isLicensed(on: max(day, agreement.ends.adding(days: 1))), base: base.state, isModuleOn: true)
    return Lacking(work: work, renewal: try missing(Renewal.self, renewal, in: agreement.province))
  }
}

extension YearApproval {
  /// Objections that no work in the year mends.
  static let formal = Set([Objection.notOpen(.ended), .decided(.approved), .early(.earliest)].map(\.code))
}
