import Contracts
import Feature

enum SanctionEntity: Entity {
  static let object = "institutes.sanction"
  static let prefix: String? = "SN"
  static let texts = Texts("تصمیم دربارهٔ مؤسسه", "sanction against an institute")
}

/// One suspension, revocation or dissolution, with what is needed to undo it. An objection stays a dissolution: the institute goes
/// on until the answer.
struct Sanction: CountyRecord, StatefulRecord {
  typealias Of = SanctionEntity
  typealias Machine = SanctionLifecycle
  static let table = Table("institutes_sanction", reach: .county)

  var id = ID<SanctionEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var institute: ID<InstituteEntity>
  var kind: SanctionKind
  var decidedOn: JalaliDay
  /// Where the institute stood.
  var formerState: InstituteState
  var state = SanctionState.inForce

  /// Its name in the ledger.
  var object: String { "\(SanctionEntity.object)/\(id.raw)" }
}

enum SanctionKind: String, Choice {
  case suspension, revocation, dissolution

  var texts: Texts {
    switch self {
    case .suspension: Texts("تعلیق پروانه", "suspension of the licence")
    case .revocation: Texts("ابطال پروانه", "revocation of the licence")
    case .dissolution: Texts("انحلال مؤسسه", "dissolution of the institute")
    }
  }
}

enum SanctionState: String, Choice {
  case inForce, stayed, lifted

  var texts: Texts {
    switch self {
    case .inForce: Texts("برقرار", "in force")
    case .stayed: Texts("متوقف تا پاسخ اعتراض", "stayed until the objection is answered")
    case .lifted: Texts("برداشته‌شده", "lifted")
    }
  }
}
