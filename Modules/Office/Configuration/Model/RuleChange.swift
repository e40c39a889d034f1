import Contracts
import Feature

enum ChangeEntity: Entity {
  static let object = "configuration.change"
  static let prefix: String? = "RX"
  static let texts = Texts("تغییر قواعد", "change of rules")
}

/// One or several values and switches that somebody of the national office proposes together; what it says are its items.
/// They come into force on their days once somebody else has approved it, all of them or none.
struct RuleChange: StatefulRecord {
  typealias Of = ChangeEntity
  typealias Machine = ChangeLifecycle
  static let table = Table("configuration_change", reach: .nation)

  var id = ID<ChangeEntity>(0)
  var rev = 0
  var kind: ChangeKind
  /// Where all of it holds; nil for the nation, or several provinces.
  var province: Province?
  /// The first day on which something of it is in force.
  var fromDay: JalaliDay
  /// The guideline, circular or decision it rests on.
  var source: String
  /// Why, where it is urgent or about the past; else what the proposer had to say.
  var reason: String?
  var state: ChangeState
  /// When it was approved, rejected or withdrawn.
  var decidedOn: JalaliDay?
  /// How many people stand behind an approved one: one where nobody else of the national office could have approved it, none
  /// where the installation brought it.
  var hands: Int?
  /// Why it was rejected or withdrawn.
  var remark: String?
}

/// When a change takes effect, as seen from the day of the proposal; each is an act of its own.
enum ChangeKind: String, Choice {
  case ordinary, urgent, retroactive

  var texts: Texts {
    switch self {
    case .ordinary: Texts("از فردا یا پس از آن", "from tomorrow or later")
    case .urgent: Texts("فوری، از همان روز", "urgent, from the same day")
    case .retroactive: Texts("اصلاح گذشته", "correction of the past")
    }
  }
}

/// Where a proposal stands.
enum ChangeState: String, Choice {
  case proposed, approved, rejected, withdrawn

  var texts: Texts {
    switch self {
    case .proposed: Texts("پیشنهادشده", "proposed")
    case .approved: Texts("تصویب‌شده", "approved")
    case .rejected: Texts("ردشده", "rejected")
    case .withdrawn: Texts("پس‌گرفته", "withdrawn")
    }
  }
}
