import Contracts
import Feature

enum AppealEntity: Entity {
  static let object = "healthbases.appeal"
  static let prefix: String? = "OA"
  static let texts = Texts("اعتراض به سرانجام توافق‌نامه", "objection to an agreement's outcome")
}

/// An institute's objection to an outcome without a renewal; one for each outcome.
struct Appeal: CountyRecord, StatefulRecord {
  typealias Of = AppealEntity
  typealias Machine = AppealLifecycle
  static let table = Table("healthbases_appeal", reach: .county)

  var id = ID<AppealEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var outcome: ID<OutcomeEntity>
  var agreement: ID<AgreementEntity>
  /// The day on which the institute was told of the outcome.
  var handedOverOn: JalaliDay
  var filedOn: JalaliDay
  /// What the institute says.
  var grounds: String
  var state: AppealState
  var answeredOn: JalaliDay?
  /// Why it was upheld or rejected; empty before.
  var answer: String

  var object: String { "\(AppealEntity.object)/\(id.raw)" }
}

enum AppealState: String, Choice {
  case filed, upheld, rejected

  var texts: Texts {
    switch self {
    case .filed: Texts("در انتظار پاسخ", "waiting for an answer")
    case .upheld: Texts("پذیرفته‌شده", "upheld")
    case .rejected: Texts("ردشده", "rejected")
    }
  }
}
