import Contracts
import Feature

enum SignatureEntity: Entity {
  static let object = "healthbases.signature"
  static let prefix: String? = "RS"
  static let texts = Texts("امضای توافق‌نامهٔ تجدیدشده", "signing of a renewed agreement")
}

/// The two signatures under a renewed agreement, which is in force by the approval of the year before. One that was renewed
/// before this was kept has no such row: it was signed on paper, and nobody is asked.
struct RenewalSignature: CountyRecord, StatefulRecord {
  typealias Of = SignatureEntity
  typealias Machine = SignatureLifecycle
  /// Written also while the module is off: that the time to sign is over is true all the same.
  static let table = Table("healthbases_signature", reach: .county, isSwitchable: false)
  static let naming = Naming("(SELECT a.code FROM healthbases_agreement a WHERE a.id = agreement)")
  static let clock = "healthbases.sign-renewal"

  var id = ID<SignatureEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var agreement: ID<AgreementEntity>
  /// From which day on it could be signed.
  var askedOn: JalaliDay
  /// The last day on which it is signed in time.
  var dueOn: JalaliDay
  var state = SignatureState.awaited
  var officeSignedOn: JalaliDay?
  /// The actor, as in the ledger.
  var officeSignedBy: String?
  var instituteSignedOn: JalaliDay?
  /// Who signed for the institute.
  var instituteSignatory: Personal<String>?
  /// The actor who recorded it, as in the ledger.
  var instituteRecordedBy: String?
  /// The first day on which nothing could be done for want of a signature.
  var suspendedOn: JalaliDay?
  /// The day on which work went on; nil while it does not.
  var resumedOn: JalaliDay?

  var object: String { "\(SignatureEntity.object)/\(id.raw)" }
  /// Whether the agreement stands still for want of a signature.
  var isHolding: Bool { suspendedOn != nil && resumedOn == nil }
}

enum SignatureState: String, Choice {
  case awaited, byOffice, byInstitute, signed, void

  var texts: Texts {
    switch self {
    case .awaited: Texts("در انتظار هر دو امضا", "waiting for both signatures")
    case .byOffice: Texts("امضاشده از سوی سازمان", "signed by the organisation")
    case .byInstitute: Texts("امضاشده از سوی مؤسسه", "signed by the institute")
    case .signed: Texts("امضاشده از هر دو سو", "signed by both")
    case .void: Texts("منتفی", "void")
    }
  }

  /// Whether a signature is wanting.
  var isAwaited: Bool { self == .awaited || self == .byOffice || self == .byInstitute }
}

/// Who signs an agreement.
enum Party: String, Choice {
  case office, institute

  var texts: Texts {
    switch self {
    case .office: Texts("سازمان", "the organisation")
    case .institute: Texts("مؤسسه", "the institute")
    }
  }
}

extension RenewalSignature {
  /// Who signed and who has to, and until when.
  var sentence: Texts {
    let until = state.isAwaited ? Texts("؛ مهلت: \(dueOn.textFa)", "; to be signed by \(dueOn.text)") : Texts("", "")
    let hold =
      isHolding
      ? Texts("؛ از \(suspendedOn?.textFa ?? "") تا امضا معلق است", "; suspended from \(suspendedOn?.text ?? "") until it is signed")
      : Texts("", "")
    return Texts("امضا: \(state.texts.fa)\(until.fa)\(hold.fa).", "Signatures: \(state.texts.en)\(until.en)\(hold.en).")
  }
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The signatures under a renewed agreement; nil where none are asked for.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func signature(of agreement: Agreement) throws -> RenewalSignature? {
    try first(RenewalSignature.self, "agreement = ?", agreement.id)
  }

  /// A clock that was stopped at the deadlines desk has a later last day.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func lastDayToSign(_ signature: RenewalSignature) throws -> JalaliDay {
    max(signature.dueOn, try lastDay(RenewalSignature.clock, for: signature.object, evenMissed: true) ?? .earliest)
  }
}

extension Transaction {
  /// Both parties are asked to sign a new agreement. The time runs from its first day, or from its birth where that was later,
  /// and ends on a day on which offices are open.
  func askSignatures(of agreement: Agreement) throws {
    let asked = max(agreement.starts, snapshot.ranOn)
    let due = try timeToSign(from: asked, in: agreement.province)
    let row = try insert(
      RenewalSignature(province: agreement.province, county: agreement.county, agreement: agreement.id, askedOn: asked, dueOn: due))
    try openClock(of: row, code: agreement.code, from: asked)
  }

  /// A terminated agreement goes on, not yet signed by both: what is wanting is asked for again, with the whole time from today.
  func askSignaturesAgain(of agreement: Agreement) throws {
    guard var row = try signature(of: agreement), row.state == .void else { return }
    try move(&row, by: .askAgain, to: row.officeSignedOn != nil ? .byOffice : row.instituteSignedOn != nil ? .byInstitute : .awaited)
    row.dueOn = try timeToSign(from: day, in: row.province)
    row = try update(row)
    try openClock(of: row, code: agreement.code, from: day)
  }

  private func timeToSign(from asked: JalaliDay, in province: Province) throws -> JalaliDay {
    let days = try parameters(of: RenewalSigning.self, in: province).signDays
    return try snapshot.workCalendar(of: province).nextWorkingDay(onOrAfter: asked.adding(days: days))
  }

  private func openClock(of row: RenewalSignature, code: String, from asked: JalaliDay) throws {
    try openDeadline(
      RenewalSignature.clock, for: row.object, in: row.province, from: asked, days: row.dueOn - asked, rule: .calendar,
      texts: Texts("امضای توافق‌نامهٔ تجدیدشدهٔ \(code)", "sign the renewed agreement \(code)"),
      roles: Permission.healthbasesSign.holders + Permission.healthbasesRecordSignature.holders)
  }

  /// Keeps a signature. With the second one an agreement that stood still for want of it goes on today, unless its licence is
  /// in the way.
  func keep(_ signature: RenewalSignature, of agreement: Agreement) throws -> RenewalSignature {
    guard signature.state == .signed else { return try update(signature) }
    var signed = signature
    try meetDeadline(RenewalSignature.clock, for: signed.object)
    if signed.isHolding {
      // A clock that was put right may stand before the day of the suspension.
      signed.resumedOn = max(day, signed.suspendedOn ?? day)
      if agreement.state == .suspended, try openInterruption(of: agreement, by: .licence) == nil {
        var running = agreement
        try move(&running, by: .resume)
        try update(running)
      }
    }
    return try update(signed)
  }

  /// The agreement is over: nobody is asked for what is wanting.
  func dropSignatures(of agreement: Agreement) throws {
    guard var row = try signature(of: agreement), row.state.isAwaited else { return }
    try row.follow(.drop)
    try update(row)
    try meetDeadline(RenewalSignature.clock, for: row.object)
  }
}
