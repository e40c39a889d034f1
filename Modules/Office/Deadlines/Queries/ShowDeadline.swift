public import Contracts
public import Registry
public import Values

/// One deadline with every step of its count and the times it stood still.
public struct ShowDeadline: Query {
  public var deadline: Ref<DeadlineEntity>

  public struct Output: Codable, Sendable {
    public var deadline: TimeLimit
    public var stops: [ClockStop]
  }

  public static let spec = Spec(
    "deadlines.show", "یک مهلت", "One deadline", "/deadlines/{deadline}", permission: .deadlinesRead,
    fields: ["deadline": ("مهلت", "the deadline")])

  public func answer(in look: borrowing Look) throws -> Output {
    let row = try look.require(TimeLimit.self, deadline)
    return Output(deadline: row, stops: try look.all(ClockStop.self, "deadline = ? ORDER BY id", row.id))
  }
}
