import Contracts
import Feature

enum HoldEntity: Entity {
  static let object = "healthbases.hold"
  static let prefix: String? = "HL"
  static let texts = Texts("توقف سرانجام", "holding of an outcome")
}

/// How long an outcome stays held, and when that ended. The outcome itself keeps the day on which it was first settled.
struct Hold: CountyRecord {
  typealias Of = HoldEntity
  /// Written also while the module is off, like the outcome it belongs to.
  static let table = Table("healthbases_hold", reach: .county, isSwitchable: false)

  var id = ID<HoldEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var outcome: ID<OutcomeEntity>
  var agreement: ID<AgreementEntity>
  /// The last day on which it can be decided or released; with a decision, that day: the next night settles it.
  var openUntil: JalaliDay
  /// The day on which it was renewed or lapsed.
  var endedOn: JalaliDay?
}

extension AgreementOutcome {
  /// Whether it waits for the deputy's decision.
  var isUndecided: Bool { kind == .held && reasons.contains(Renewal.undecidedCode) }

  /// Whether anything but the decision held it when the night last looked.
  var isObstructed: Bool { reasons.contains { $0 != Renewal.undecidedCode } }
}

extension Renewal {
  /// By which an outcome that only waits for a decision is known.
  static let undecidedCode = Objection.notDecided(until: .earliest).code
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The outcome of an agreement; nil before its term is over.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func outcome(of agreement: Agreement) throws -> AgreementOutcome? {
    try first(AgreementOutcome.self, "agreement = ? ORDER BY id DESC", agreement.id)
  }

  /// How long an outcome is held, or was; those of before this was kept have none.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func hold(of outcome: AgreementOutcome) throws -> Hold? { try first(Hold.self, "outcome = ?", outcome.id) }

  /// The last day on which the year of an agreement that ended undecided can still be decided; nil for any other.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func windowEnd(of agreement: Agreement) throws -> JalaliDay? {
    guard agreement.state == .ended, let outcome = try outcome(of: agreement), outcome.isUndecided else { return nil }
    return try hold(of: outcome)?.openUntil
  }
}
