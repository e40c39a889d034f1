public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum FoundingEntity: Entity {
  public static let object = "groups.founding"
  public static let texts = Texts("صورتجلسهٔ تأسیس", "founding minutes")
}

/// The founding minutes (S0): they make a forming group a formed one.
public struct Founding: CountyRecord {
  public typealias Of = FoundingEntity
  public static let table = Table("groups_founding", reach: .county)

  public var id = ID<FoundingEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var groupID: ID<GroupEntity>
  public var day: JalaliDay
  /// Members on that day.
  public var members: Int
  /// Names persons, therefore encrypted.
  public var minutes: Secret<String>
}
