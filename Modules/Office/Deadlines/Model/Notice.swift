public import Jalali
public import Persian
public import Registry
public import Values

public enum NoticeEntity: Entity {
  public static let object = "deadlines.notice"
  public static let texts = Texts("یادآوری", "notice")
}

/// A reminder for whoever holds a role in a province.
public struct Notice: ProvincialRecord {
  public typealias Of = NoticeEntity
  public static let table = Table("deadlines_notice", reach: .province)

  public var id = ID<NoticeEntity>(0)
  public var rev = 0
  public var province: Province
  /// `prevention.officer`.
  public var role: String
  /// The occasion; never twice for a role and province.
  public var key: String
  public var object: String
  public var textFa: String
  public var textEn: String
  public var issuedOn: JalaliDay
  /// Who has taken note, as the ledger calls them.
  public var acknowledgedBy: String?
  public var acknowledgedOn: JalaliDay?
}
