import Contracts
import Feature

enum UndecidedYearEntity: Entity {
  static let object = "healthbases.year"
  static let prefix: String? = "YR"
  static let texts = Texts("سال در انتظار تصمیم", "year to decide")
}

/// A year that the deputy has to decide on: from the first day on which it may be decided until it is, or is past deciding. A
/// revision of the decision does not open it again.
struct UndecidedYear: CountyRecord, StatefulRecord {
  typealias Of = UndecidedYearEntity
  typealias Machine = YearLifecycle
  /// Written also while the module is off: that an agreement lapsed is true all the same.
  static let table = Table("healthbases_year", reach: .county, isSwitchable: false)
  static let naming = Naming("(SELECT a.code FROM healthbases_agreement a WHERE a.id = agreement)")
  static let clock = "healthbases.approve-year"

  var id = ID<UndecidedYearEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var agreement: ID<AgreementEntity>
  var openedOn: JalaliDay
  var state = YearState.open
  /// The day on which it was decided, or nothing was left to decide.
  var closedOn: JalaliDay?

  var object: String { "\(UndecidedYearEntity.object)/\(id.raw)" }
}

enum YearState: String, Choice {
  case open, decided, past

  var texts: Texts {
    switch self {
    case .open: Texts("در انتظار تصمیم", "to be decided")
    case .decided: Texts("تصمیم گرفته شد", "decided")
    case .past: Texts("بی‌تصمیم گذشت", "past deciding")
    }
  }
}

extension Snapshot {
  /// Every agreement whose year can be decided today, the soonest end first.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func yearsToDecide() throws -> [Agreement] {
    let running = try all(Agreement.self, "decision IS NULL AND state IN ('active','suspended') AND ends >= ?", day)
    let held = try all(
      Agreement.self,
      "decision IS NULL AND id IN (SELECT agreement FROM healthbases_hold WHERE ended_on IS NULL AND open_until >= ?)", day)
    return try (held + running).filter { try canBeDecided($0) }.sorted { ($0.ends, $0.id.raw) < ($1.ends, $1.id.raw) }
  }

  /// Whether the year of an agreement is undecided and may be decided today.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func canBeDecided(_ row: Agreement) throws -> Bool {
    guard row.decision == nil else { return false }
    let first = YearApproval.firstDay(before: row.ends, under: try parameters(of: YearApproval.self, in: row.province))
    return try first <= day && (row.state.isInForce || windowEnd(of: row) ?? .earliest >= day)
  }

  /// The last day on which the year of an agreement can be decided; while the term runs, of the window that will follow it.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func decideUntil(_ row: Agreement) throws -> JalaliDay { try windowEnd(of: row) ?? YearEnd.windowEnd(of: row, in: self) }
}

extension Transaction {
  /// From today on the deputy is asked for a decision.
  func askDecision(on agreement: Agreement) throws {
    let year = try insert(
      UndecidedYear(province: agreement.province, county: agreement.county, agreement: agreement.id, openedOn: day))
    try openClock(of: year, code: agreement.code, until: try snapshot.decideUntil(agreement))
  }

  /// The window ends on another day than was foreseen: nights ran later, or its length was changed.
  func askDecision(on agreement: Agreement, until last: JalaliDay) throws {
    guard let year = try openYear(of: agreement), let due = try lastDay(UndecidedYear.clock, for: year.object), due != last else { return }
    guard last < due else {
      _ = try extendDeadline(UndecidedYear.clock, for: year.object, days: last - due)
      return
    }
    // No clock is made shorter.
    try meetDeadline(UndecidedYear.clock, for: year.object)
    try openClock(of: year, code: agreement.code, until: last)
  }

  /// The year was decided, or is past deciding.
  func closeYear(of agreement: Agreement, by move: YearMove) throws {
    guard var year = try openYear(of: agreement) else { return }
    try year.follow(move)
    year.closedOn = day
    try update(year)
    try meetDeadline(UndecidedYear.clock, for: year.object)
  }

  private func openYear(of agreement: Agreement) throws -> UndecidedYear? {
    try first(UndecidedYear.self, "agreement = ? AND state = 'open'", agreement.id)
  }

  private func openClock(of year: UndecidedYear, code: String, until last: JalaliDay) throws {
    try openDeadline(
      UndecidedYear.clock, for: year.object, in: year.province, from: day, days: last - day, rule: .calendar,
      texts: Texts("تصمیم دربارهٔ سال توافق‌نامهٔ \(code)", "decide on the year of the agreement \(code)"),
      roles: Permission.healthbasesApprove.holders)
  }
}
