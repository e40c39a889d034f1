import Engine
import Values

extension ConsoleSession {
  func begin() throws {
    guard !isInTransaction else {
      throw Refusal.console("transaction", "تراکنش باز است: commit یا rollback", "A transaction is open: commit or rollback")
    }
    try client.begin(seconds: options.transactionSeconds)
    guard io.canAsk else { return }
    let seconds = options.transactionSeconds
    tell(
      "تا commit چیزی ثبت نمی‌شود؛ پس از \(seconds) ثانیه بی‌کاری برگشت می‌خورد.",
      "Nothing is kept before commit; \(seconds) idle seconds roll it back.")
  }

  func commit() throws {
    try requireTransaction()
    let entry = try client.commit()
    rows.forget()
    if let entry { tell("ثبت شد: ", "recorded: ", "#\(entry)") } else { tell("چیزی تغییر نکرد", "nothing changed") }
  }

  func rollBack() throws {
    try requireTransaction()
    try client.rollBack()
    rows.forget()
    tell("همه برگشت خورد", "rolled back")
  }

  private func requireTransaction() throws {
    guard !isInTransaction else { return }
    throw Refusal.console("transaction", "تراکنشی باز نیست: begin", "No transaction is open: begin")
  }

  /// Leaves nothing open: what was not committed is rolled back.
  func end() {
    guard isInTransaction else { return }
    do {
      try client.rollBack()
      tell("تراکنش باز بود و برگشت خورد", "the open transaction was rolled back")
    } catch {
      _ = tell(Problem(error), isJSON: mode.isJSON)
    }
  }

  /// All of it is kept when it went well, nothing otherwise.
  func wholly(_ body: () -> LineResult) -> LineResult {
    do {
      try begin()
      let result = body()
      guard isInTransaction else { return result }
      if result.status == .ok { try commit() } else { try rollBack() }
      return result
    } catch {
      return tell(Problem(error), isJSON: mode.isJSON)
    }
  }
}
