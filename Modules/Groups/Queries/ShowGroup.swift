public import Contracts
public import Jalali
public import Registry
public import Values

/// A group with its present members' number, its warning date, and what may come next.
public struct ShowGroup: Query {
  public var group: Ref<GroupEntity>

  public struct Step: Codable, Sendable {
    public var move: GroupMove
    public var to: GroupState
    /// The action that takes this step; none where another module takes it.
    public var action: String?
  }

  public struct Sheet: Codable, Sendable {
    public var group: Group
    public var members: Int
    /// Approximate end of S0's six months, while the clock runs.
    public var instituteExpectedBy: JalaliDay?
    public var nextSteps: [Step]
  }

  public static let spec = Spec(
    "groups.group", "یک گروه", "One group", "/groups/{group}", permission: .groupsRead,
    fields: ["group": ("گروه", "the group")])

  public func answer(in look: borrowing Look) throws -> Sheet {
    let row = try look.require(Group.self, group)
    return Sheet(
      group: row, members: try look.members(of: row, on: look.day).count,
      instituteExpectedBy: try look.deadlines.due(FormationClock.kind, for: FormationClock.object(row.id), in: look),
      nextSteps: steps(of: row))
  }

  private func steps(of row: Group) -> [Step] {
    GroupMove.allCases.flatMap { move in
      GroupStep.targets(of: move, from: row.state)
        .filter { move != .resume || $0 == row.suspendedFrom }
        .map { Step(move: move, to: $0, action: move.action) }
    }
  }
}
