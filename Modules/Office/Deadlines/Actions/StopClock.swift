import Contracts
import Feature

/// Stops a deadline while an outside body holds the matter.
struct StopClock: Action {
  var deadline: Ref<DeadlineEntity>
  var agency: String
  var reason: String

  static let spec = Spec(
    "deadlines.stop", "ایستاندن مهلت", "Stop a deadline", .post, "/deadlines/{deadline}/stop",
    permission: .deadlinesWrite, weight: .serious,
    fields: [
      "deadline": ("مهلت", "the deadline"), "agency": ("مرجعی که کار نزد آن است", "the body that holds the matter"),
      "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> TimeLimit {
    var row = try work.require(TimeLimit.self, deadline)
    try work.move(&row, by: .stop)
    try work.require(ClockStopInTime.self, .init(due: row.due), in: row.province)
    let holder = PersianText.stored(agency)
    guard (1...100).contains(holder.count) else {
      throw Refusal.input(
        "/agency", "deadlines.agency", Texts("نام مرجع باید ۱ تا ۱۰۰ نویسه باشد.", "The name of the body must have 1 to 100 characters.")
      )
    }
    work.setReason(reason)
    row.stoppedOn = work.day
    row.nextCheck = nil
    let stopped = try work.update(row)
    try work.insert(
      ClockStop(
        province: row.province, deadline: row.id, agency: holder, reason: Personal(PersianText.stored(reason)),
        stoppedOn: work.day))
    return stopped
  }
}
