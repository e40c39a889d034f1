import Feature
import Values

/// Takes a whole imported sheet back, as long as nothing rests on its rows.
struct UndoImport: Action {
  var batch: Int
  var reason: String

  static let spec = Spec(
    "imports.undo", "برگرداندن یک برگهٔ واردشده", "Take an imported sheet back", .post, "/imports/{batch}/undoing", permission: .oneself,
    weight: .grave, fields: ["batch": ("شمارهٔ برگه", "its number"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> UndoneImport {
    guard let core = work.engine as? StoreTransaction else { throw CallFault.lost }
    let index = try work.snapshot.contract(CaseIndex.self)
    let isOperator = index.isOperator(work.principal)
    guard let record = try BatchRecord.find(Int64(batch), on: core.store.connection),
      isOperator || record.owner == work.principal.id
    else { throw Refusal.notFound(Texts("این برگه", "The imported sheet")) }
    if let undone = record.undone { throw Refusal.undone(record, undone) }
    let held = index.action(record.action).flatMap { work.principal.scope(for: $0.spec.permission)?.scope }
    guard let scope = isOperator ? .nation : held else {
      throw Refusal(
        .forbidden, "permission.missing",
        Texts("شما دیگر اجازهٔ آن فرمان را ندارید.", "You no longer have the right to that action."))
    }
    work.setReason(reason)
    core.request = record.request
    core.narrow(to: scope)
    let undone = try BatchUndo(record: record, core: core, index: index).perform()
    try record.keepUndone(by: work.principal.id, undone, at: work.micros, on: core.store.connection)
    return UndoneImport(batch: batch, removed: undone.removed, restored: undone.restored)
  }
}

/// What became of the rows of a sheet that was taken back.
struct UndoneImport: Codable, Sendable {
  var batch: Int
  /// Rows that it had made.
  var removed: Int
  /// Rows that it had changed.
  var restored: Int
}

extension Refusal {
  /// A sheet that was taken back before.
  fileprivate static func undone(_ record: BatchRecord, _ undone: BatchRecord.Undone) -> Refusal {
    .conflict(
      "import.undone",
      Texts("برگهٔ \(record.id) پیش‌تر برگشته است (\(undone.time)).", "Sheet \(record.id) was taken back before (\(undone.time))."))
  }
}
