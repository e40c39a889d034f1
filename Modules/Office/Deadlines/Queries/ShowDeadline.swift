import Contracts
import Feature

/// One deadline with every step of its count and the times it stood still.
struct ShowDeadline: Query {
  var deadline: Ref<DeadlineEntity>

  struct Output: Codable, Sendable {
    var deadline: TimeLimit
    var stops: [ClockStop]
  }

  static let spec = Spec(
    "deadlines.show", "یک مهلت", "One deadline", "/deadlines/{deadline}", permission: .deadlinesRead,
    fields: ["deadline": ("مهلت", "the deadline")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(TimeLimit.self, deadline)
    return Output(deadline: row, stops: try snapshot.all(ClockStop.self, "deadline = ? ORDER BY id", row.id))
  }
}
