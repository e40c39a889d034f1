import Contracts
import Feature

struct RunningDeadlinesProvider: RunningDeadlines {
  /// While a clock stands still its last day moves on with every day.
  func lastDays(in snapshot: borrowing Snapshot) throws -> [String: JalaliDay] {
    let rows = try snapshot.rows(
      """
      SELECT object, min(due + coalesce(max(0, ? - stopped_on), 0)) FROM deadlines_deadline
      WHERE state IN ('open','stopped') GROUP BY object
      """, snapshot.day)
    var days: [String: JalaliDay] = [:]
    for row in rows {
      if let object = row[0].string, let number = row[1].integer { days[object] = JalaliDay(number: Int(number)) }
    }
    return days
  }
}
