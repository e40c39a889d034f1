import Contracts
import Feature

/// A county (shahrestan). Boundaries change: rows are valid from a day until a day, and are never rewritten.
struct County: Record {
  typealias Of = CountyEntity
  static let table = Table("regions_county", reach: .nation)
  static let naming = Naming("name", code: "statistical_code", foundBy: [.exact("statistical_code"), .nameKey("name_key")])

  var id = ID<CountyEntity>(0)
  var rev = 0
  var province: Province
  /// Four digits of the Statistical Centre; nil where none is known.
  var statisticalCode: String?
  var name: String
  /// Folded, so that spelling variants do not make two counties.
  var nameKey: KeyText
  var validFrom: JalaliDay
  var validUntil: JalaliDay?
}
