public import Contracts
import Persian
public import Registry
public import Values

/// Stops a deadline while an outside body holds the matter.
public struct StopClock: Action {
  public var deadline: Ref<DeadlineEntity>
  public var agency: String
  public var reason: String

  public static let spec = Spec(
    "deadlines.stop", "ایستاندن مهلت", "Stop a deadline", .post, "/deadlines/{deadline}/stop",
    permission: .deadlinesWrite, weight: .serious,
    fields: [
      "deadline": ("مهلت", "the deadline"), "agency": ("مرجعی که کار نزد آن است", "the body that holds the matter"),
      "reason": ("علت", "why"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> TimeLimit {
    var row = try work.require(TimeLimit.self, deadline)
    try work.require(ClockStep.self, .init(state: row.state, due: row.due, isStopping: true), in: row.province)
    let holder = PersianText.stored(agency)
    guard (1...100).contains(holder.count) else {
      throw Refusal.input(
        "/agency", "deadlines.agency", Texts("نام مرجع ۱ تا ۱۰۰ نویسه است.", "The body's name has 1 to 100 characters.")
      )
    }
    work.because(reason)
    row.state = .stopped
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
