import Contracts
import Feature

enum AbsenceEntity: Entity {
  static let object = "accounts.absence"
  static let prefix: String? = "AB"
  static let texts = Texts("جانشینی", "absence")
}

/// A time in which a colleague acts for another who is away: with the posts of the absent one, and under both names.
struct Absence: Record {
  typealias Of = AbsenceEntity
  static let table = Table("accounts_absence", reach: .province, isShared: true)

  var id = ID<AbsenceEntity>(0)
  var rev = 0
  /// nil for the national office.
  var province: Province?
  /// Who is away.
  var staff: ID<StaffEntity>
  /// Who acts.
  var acting: ID<StaffEntity>
  var firstDay: JalaliDay
  /// Inclusive; the day before the first: it never began.
  var lastDay: JalaliDay
  /// Number of the letter by which the acting person was named.
  var letter: String
}
