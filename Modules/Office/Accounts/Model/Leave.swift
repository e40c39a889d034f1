import Contracts
import Feature

enum LeaveEntity: Entity {
  static let object = "accounts.leave"
  static let prefix: String? = "LV"
  static let texts = Texts("غیبت", "leave")
}

/// A time in which a colleague is away. It takes no right from them; somebody acts for them where one is named besides.
struct Leave: Record {
  typealias Of = LeaveEntity
  static let table = Table("accounts_leave", reach: .province, isShared: true)

  var id = ID<LeaveEntity>(0)
  var rev = 0
  /// nil for the national office.
  var province: Province?
  /// Who is away.
  var staff: ID<StaffEntity>
  var firstDay: JalaliDay
  /// Inclusive; the day before the first: it never began.
  var lastDay: JalaliDay
}
