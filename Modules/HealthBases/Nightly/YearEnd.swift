import Contracts
import Feature

/// Settles an agreement whose term is over: one outcome, and for an approved year a new agreement.
enum YearEnd {
  static func facts(of agreement: Agreement, _ base: HealthBase, in work: borrowing Transaction) throws -> Renewal.Facts {
    let institute = try work.institute(Ref(agreement.institute))
    return .init(
      decision: agreement.decision, isTerminated: agreement.terminatedOn != nil, instituteState: institute.state,
      isLicensed: institute.isLicensed(on: work.day), base: base.state,
      isModuleOn: try work.isOn("healthbases", in: agreement.province))
  }

  static func settle(_ agreement: Agreement, in work: borrowing Transaction) throws {
    let base = try work.require(HealthBase.self, agreement.base)
    let objections = try work.objections(
      Renewal.self, try facts(of: agreement, base, in: work), in: agreement.province)
    let next = agreement.ends.adding(days: 1)
    var ended = agreement
    try ended.follow(.end)
    ended.remindOn = nil
    // First, because a base has one agreement in force at a time.
    try work.update(ended)
    let kind = Renewal.outcome(of: objections)
    let successor =
      kind == .renewed ? try work.insertAgreement(for: base, starts: next, renewing: agreement.id) : nil
    try work.insert(
      AgreementOutcome(
        province: agreement.province, county: agreement.county, agreement: agreement.id, year: next.year, kind: kind,
        reasons: objections.map(\.code), successor: successor?.id, settledOn: work.day))
  }
}
