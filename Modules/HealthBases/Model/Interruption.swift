import Contracts
import Feature

enum InterruptionEntity: Entity {
  static let object = "healthbases.interruption"
  static let prefix: String? = "IP"
  static let texts = Texts("وقفه در توافق‌نامه", "interruption of an agreement")
}

/// Days on which an agreement in force could not be worked under. They shorten what the year owes, not its term. Each follows
/// from the entries of the agreement or the base that was suspended and resumed, and leaves none of its own.
struct Interruption: CountyRecord {
  typealias Of = InterruptionEntity
  /// Written also while the module is off: that a licence ended is true all the same.
  static let table = Table("healthbases_interruption", reach: .county, isAudited: false, isSwitchable: false)

  var id = ID<InterruptionEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var agreement: ID<AgreementEntity>
  var cause: InterruptionCause
  /// The first day of it.
  var since: JalaliDay
  /// The day on which work went on; nil while it does not.
  var resumedOn: JalaliDay?
}

enum InterruptionCause: String, Choice {
  case licence, base

  var texts: Texts {
    switch self {
    case .licence: Texts("پروانهٔ مؤسسه", "the institute's licence")
    case .base: Texts("تعلیق پایگاه", "suspension of the base")
    }
  }
}

extension Transaction {
  /// The interruption by a cause that lasts; nil where it does not interrupt.
  func openInterruption(of agreement: Agreement, by cause: InterruptionCause) throws -> Interruption? {
    try first(Interruption.self, "agreement = ? AND cause = ? AND resumed_on IS NULL", agreement.id, cause)
  }

  /// From today on nothing can be done under an agreement.
  func interrupt(_ agreement: Agreement, by cause: InterruptionCause) throws {
    guard try openInterruption(of: agreement, by: cause) == nil else { return }
    try insert(
      Interruption(province: agreement.province, county: agreement.county, agreement: agreement.id, cause: cause, since: day))
  }

  /// As a base stood on a day: what was done before it was suspended is no work of a suspended base.
  func state(of base: HealthBase, under agreement: Agreement, on day: JalaliDay) throws -> BaseState {
    guard base.state == .suspended,
      let open = try openInterruption(of: agreement, by: .base)
    else { return base.state }
    return day < open.since ? .admitted : .suspended
  }

  /// From today on work goes on as far as this cause is concerned.
  func resume(_ agreement: Agreement, from cause: InterruptionCause) throws {
    guard var open = try openInterruption(of: agreement, by: cause) else { return }
    open.resumedOn = day
    try update(open)
  }
}

extension SnapshotProtocol where Self: ~Copyable {
  /// Days of the term on which the agreement was interrupted, the want of a signature and an overturned termination included; each counts once.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func idleDays(of agreement: Agreement) throws -> Int {
    var idle = 0
    var counted = agreement.starts
    var parts = try all(Interruption.self, "agreement = ?", agreement.id).map { (since: $0.since, resumedOn: $0.resumedOn) }
    parts += try all(TerminationGap.self, "agreement = ?", agreement.id).map { ($0.since, $0.resumedOn) }
    if let signature = try signature(of: agreement), let since = signature.suspendedOn {
      parts.append((since, signature.resumedOn))
    }
    for part in parts.sorted(by: { $0.since < $1.since }) {
      let first = max(part.since, counted)
      let next = min(part.resumedOn ?? day.adding(days: 1), agreement.ends.adding(days: 1))
      guard next > first else { continue }
      idle += next - first
      counted = next
    }
    return idle
  }
}
