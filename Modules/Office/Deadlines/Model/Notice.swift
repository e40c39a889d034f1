import Contracts
import Feature

enum NoticeEntity: Entity {
  static let object = "deadlines.notice"
  static let prefix: String? = "NT"
  static let texts = Texts("یادآوری", "notice")
}

/// A reminder for whoever holds a role in a province.
struct Notice: ProvincialRecord {
  typealias Of = NoticeEntity
  static let table = Table("deadlines_notice", reach: .province, seenWith: ["object"])

  var id = ID<NoticeEntity>(0)
  var rev = 0
  var province: Province
  /// `prevention.officer`.
  var role: String
  /// The occasion; never twice for a role and province.
  var key: String
  var object: ThingName
  var textFa: String
  var textEn: String
  var issuedOn: JalaliDay
  /// Who has taken note, as the ledger calls them.
  var acknowledgedBy: String?
  var acknowledgedOn: JalaliDay?
}
