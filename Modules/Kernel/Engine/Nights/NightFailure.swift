import Feature
import Jalali
import Store
import Values

/// A row that could not be settled by a fault of ours, or a whole task (row 0): set aside with what went wrong, and tried
/// again the next night.
struct NightFailure: Sendable, Equatable {
  let task: String
  let row: Int64
  /// Says nothing of the row's content.
  let error: String
  var first = JalaliDay(number: 0)
  var last = JalaliDay(number: 0)
  var tries = 1

  func write(on day: JalaliDay, _ connection: Connection) throws {
    try connection.privileged(
      """
      INSERT INTO nightly_failure(task,row,first,last,tries,error) VALUES(?,?,?,?,1,?)
      ON CONFLICT(task,row) DO UPDATE SET last=excluded.last, tries=tries+1, error=excluded.error
      """
    ).bind([.text(task), .int(row), .day(day), .day(day), .text(error)]).run()
  }

  /// What failed before and did not fail this night is over.
  static func forget(_ task: String, before day: JalaliDay, _ connection: Connection) throws {
    try connection.privileged("DELETE FROM nightly_failure WHERE task=? AND (last < ? OR row = 0)").bind([.text(task), .day(day)]).run()
  }

  /// The longest standing first.
  static func all(limit: Int, _ connection: Connection) throws -> [NightFailure] {
    try connection.privileged("SELECT task,row,error,first,last,tries FROM nightly_failure ORDER BY first, task, row LIMIT ?")
      .bind([.int(Int64(limit))]).all().map { row in
        NightFailure(
          task: row[0].string ?? "", row: row[1].integer ?? 0, error: row[2].string ?? "",
          first: JalaliDay(number: Int(row[3].integer ?? 0)), last: JalaliDay(number: Int(row[4].integer ?? 0)),
          tries: Int(row[5].integer ?? 0))
      }
  }

  /// - Parameter rowsOnly: whether tasks that failed as a whole are left out.
  static func count(rowsOnly: Bool, _ connection: Connection) throws -> Int {
    let count = try connection.privileged("SELECT count(*) FROM nightly_failure WHERE row >= ?").bind([.int(rowsOnly ? 1 : 0)]).first()
    return Int(count?.integer ?? 0)
  }
}

extension Night {
  /// What kept a night or one of its rows from being kept, for the log and the store: without anything that stands in a row.
  public static func words(for error: any Error) -> String {
    switch error {
    case let fault as StoreFault: fault.texts.en
    case let refusal as Refusal: "\(refusal.code): \(refusal.texts.en)"
    case let fault as RegistryFault: fault.texts.en
    case CallFault.commit(let fault, _): fault.texts.en
    default: String(describing: type(of: error))
    }
  }
}
