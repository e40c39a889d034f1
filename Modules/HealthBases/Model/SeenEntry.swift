import Contracts
import Feature

enum SeenEntryEntity: Entity {
  static let object = "healthbases.seen-entry"
  static let prefix: String? = "SN"
  static let texts = Texts("آخرین فعالیت دیده‌شده در تصمیم", "last entry a decision saw")
}

/// The last activity of the year that was there when it was decided; so a later one is known to have come after.
struct SeenEntry: CountyRecord {
  typealias Of = SeenEntryEntity
  static let table = Table("healthbases_seen", reach: .county)

  var id = ID<SeenEntryEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var decision: ID<DecisionEntity>
  var agreement: ID<AgreementEntity>
  /// Nil where nothing had been entered.
  var lastEntry: ID<BaseActivityEntity>?
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The activity of the term that was entered last. What was done after the term is none of the year's.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func lastEntry(under agreement: Agreement) throws -> ID<BaseActivityEntity>? {
    try rows("SELECT max(id) FROM healthbases_activity WHERE agreement = ? AND day <= ?", agreement.id, agreement.ends)
      .first?.first?.integer.map { ID($0) }
  }
}

extension Transaction {
  /// What is shown of what came meanwhile.
  private static let mostShown = 10

  /// Refuses a decision on less than what lies there, with what came since its taker looked.
  func requireNothing(after seen: Ref<BaseActivityEntity>, under agreement: Agreement) throws {
    let last = try require(BaseActivity.self, seen)
    guard last.agreement == agreement.id, last.day <= agreement.ends else {
      throw Refusal.input(
        "/lastEntry", "healthbases.entry-elsewhere",
        Texts("این فعالیت از سال این توافق‌نامه نیست.", "This activity is none of this agreement's year."))
    }
    let came = try all(
      BaseActivity.self, "agreement = ? AND day <= ? AND id > ? ORDER BY id", agreement.id, agreement.ends, last.id)
    guard !came.isEmpty else { return }
    let shown = came.prefix(Transaction.mostShown)
    let fa = shown.map { "\($0.id.raw)، \($0.commitment.texts.fa)، \($0.day.textFa)" }.joined(separator: "؛ ")
    let en = shown.map { "\($0.id.raw), \($0.commitment.texts.en), \($0.day.text)" }.joined(separator: "; ")
    throw Refusal.conflict(
      "healthbases.entries-came",
      Texts(
        "از آنچه دیده‌اید به بعد \(came.count) فعالیت آمده است: \(fa). آن‌ها را ببینید و با آخرینشان تصمیم بگیرید.",
        "\(came.count) came after the last you saw: \(en). Look at them, then decide by the last of them."))
  }
}
