public import Jalali
public import Persian
public import Registry
public import Values

/// A county (shahrestan). Boundaries change: rows are valid from a day until a day, and are never rewritten.
public struct County: Record {
  public typealias Of = CountyEntity
  public static let table = Table("regions_county", reach: .nation)

  public var id = ID<CountyEntity>(0)
  public var rev = 0
  public var province: Province
  /// Four digits of the Statistical Centre; nil where none is known.
  public var statisticalCode: String?
  public var name: String
  /// Folded, so that spelling variants do not make two counties.
  public var nameKey: KeyText
  public var validFrom: JalaliDay
  public var validUntil: JalaliDay?
}
