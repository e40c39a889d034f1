import Feature
import Ledger
import Values

/// Sheets that were imported: one's own; everybody's for whoever looks after the whole house.
struct ListImports: Query {
  var limit: Int?

  static let mostItems = 500
  static let usualItems = 50

  static let spec = Spec(
    "imports.list", "برگه‌های واردشده", "Imported sheets", "/imports", permission: .oneself,
    fields: ["limit": ("حداکثر چند برگه، تا ۵۰۰", "how many at most, up to 500")])

  func answer(in snapshot: borrowing Snapshot) throws -> ImportList {
    if let limit, !(1...ListImports.mostItems).contains(limit) {
      throw Refusal.input("/limit", "limit.range", Texts("باید از ۱ تا ۵۰۰ باشد.", "Must be from 1 to 500."))
    }
    let reader = try CaseReader(snapshot)
    let owner = try snapshot.contract(CaseIndex.self).isOperator(reader.principal) ? nil : reader.principal.id
    let batches = try BatchRecord.list(owner: owner, limit: limit ?? ListImports.usualItems, on: reader.store.connection)
    return ImportList(items: try batches.map { try ImportList.Item($0, reader) })
  }
}

/// One imported sheet.
struct ShowImport: Query {
  var batch: Int

  static let spec = Spec(
    "imports.show", "یک برگهٔ واردشده", "An imported sheet", "/imports/{batch}", permission: .oneself,
    fields: ["batch": ("شمارهٔ برگه", "its number")])

  func answer(in snapshot: borrowing Snapshot) throws -> ImportList.Item {
    let reader = try CaseReader(snapshot)
    let isOperator = try snapshot.contract(CaseIndex.self).isOperator(reader.principal)
    guard let found = try BatchRecord.find(Int64(batch), on: reader.store.connection),
      isOperator || found.owner == reader.principal.id
    else { throw Refusal.notFound(Texts("این برگه", "The imported sheet")) }
    return try ImportList.Item(found, reader)
  }
}

struct ImportList: Codable, Sendable {
  var items: [Item]

  struct Item: Codable, Sendable {
    var batch: Int
    var action: CaseLabel
    /// As the ledger calls them, `u17`.
    var owner: String
    /// Tehran's clock.
    var time: String
    /// SHA-256 of the file in hexadecimal.
    var digest: String
    var rows: Int
    var changed: Int
    var same: Int
    var refused: Int
    /// Not so where the work was cut short; the same file goes on with it.
    var isWhole: Bool
    /// Entries of the ledger, from the first to the last; others may stand between them.
    var firstEntry: Int64?
    var lastEntry: Int64?
    /// What its entries say as their request.
    var request: String
    /// Who took it back, as the ledger calls them; nil as long as it stands.
    var undoneBy: String?
    /// Tehran's clock.
    var undoneAt: String?

    init(_ record: BatchRecord, _ reader: CaseReader) throws {
      batch = Int(record.id)
      action = reader.label(of: record.action)
      owner = record.owner
      time = AuditShow.time(Clock.rfc3339(record.at)) ?? ""
      digest = Hex.encode(record.digest)
      rows = record.rows
      changed = record.changed
      same = record.same
      refused = record.refused
      isWhole = record.processed >= record.rows
      firstEntry = record.firstEntry
      lastEntry = record.lastEntry
      request = record.request
      undoneBy = record.undone?.actor
      undoneAt = record.undone?.time
    }
  }
}

/// The words of what the engine answers about imported sheets.
enum ImportWords {
  static let words: Words = [
    "items": ("ردیف‌ها", "rows"), "batch": ("شمارهٔ برگه", "sheet"), "action": ("فرمان", "action"), "code": ("کد", "code"),
    "fa": ("فارسی", "Persian"), "en": ("انگلیسی", "English"), "owner": ("واردکننده", "imported by"), "time": ("زمان", "time"),
    "digest": ("چکیدهٔ فایل", "digest of the file"), "rows": ("سطرها", "rows of the sheet"),
    "changed": ("تازه یا تغییریافته", "new or changed"), "same": ("بی‌تغییر", "the same"), "refused": ("پذیرفته‌نشده", "refused"),
    "isWhole": ("کامل", "complete"),
    "firstEntry": ("نخستین ثبت", "first entry"), "lastEntry": ("واپسین ثبت", "last entry"),
    "reason": ("علت", "reason"), "removed": ("ردیف‌های برداشته‌شده", "rows removed"),
    "restored": ("ردیف‌های به حال پیش برگشته", "rows restored"),
    "undoneBy": ("برگرداننده", "taken back by"), "undoneAt": ("زمان برگرداندن", "taken back at"),
    "request": ("درخواست در دفتر", "request in the ledger"), "limit": ("حداکثر", "at most"),
  ]
}
