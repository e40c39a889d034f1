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
    guard !holder.isEmpty else {
      throw Refusal.input("/agency", "deadlines.agency", Texts("نام مرجع را بنویسید.", "Name the body."))
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

/// Lets a stopped deadline run on with the days it had left; the days between are booked to the body that held it.
struct ResumeClock: Action {
  var deadline: Ref<DeadlineEntity>
  var reason: String?

  static let spec = Spec(
    "deadlines.resume", "راه‌انداختن مهلت", "Resume a deadline", .post, "/deadlines/{deadline}/resume",
    permission: .deadlinesWrite,
    fields: ["deadline": ("مهلت", "the deadline"), "reason": ("توضیح", "remark")])

  func perform(in work: borrowing Transaction) throws -> TimeLimit {
    var row = try work.require(TimeLimit.self, deadline)
    try work.move(&row, by: .resume)
    work.setReason(reason)
    let calendar = try work.workCalendar(of: row.province)
    row.runAgain(on: work.day, stopped: row.stoppedOn ?? work.day, calendar)
    row.stoppedOn = nil
    let daysBefore = try work.parameters(of: DeadlineWarnings.self, in: row.province).daysBefore
    row.nextCheck = row.check(from: work.day, daysBefore: daysBefore)
    let running = try work.update(row)
    try work.endStop(of: row.id)
    return running
  }
}

extension Transaction {
  /// Books the days of the stop that lasts, if one does.
  func endStop(of deadline: ID<DeadlineEntity>) throws {
    guard var stop = try first(ClockStop.self, "deadline = ? AND resumed_on IS NULL", deadline) else { return }
    stop.resumedOn = day
    stop.days = max(0, day.number - stop.stoppedOn.number)
    try update(stop)
  }
}
