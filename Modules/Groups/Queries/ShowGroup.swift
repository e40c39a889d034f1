import Contracts
import Feature

/// A group with its present members' number, its warning date, and what may come next.
struct ShowGroup: Query {
  var group: Ref<GroupEntity>

  struct Step: Codable, Sendable {
    var move: GroupMove
    var to: GroupState
    /// The action that takes this step; none where another module takes it.
    var action: String?
  }

  struct Output: Codable, Sendable {
    var group: Group
    var members: Int
    /// Approximate end of S0's six months, while the clock runs.
    var instituteExpectedBy: JalaliDay?
    var nextSteps: [Step]
  }

  static let spec = Spec(
    "groups.group", "یک گروه", "One group", "/groups/{group}", permission: .groupsRead,
    fields: ["group": ("گروه", "the group")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Group.self, group)
    return Output(
      group: row, members: try snapshot.members(of: row, on: snapshot.day).count,
      instituteExpectedBy: try snapshot.lastDay(FormationClock.kind, for: FormationClock.object(row.id)),
      nextSteps: steps(of: row))
  }

  private func steps(of row: Group) -> [Step] {
    GroupLifecycle.transitions.filter { $0.from.contains(row.state) }.flatMap { line in
      line.to.filter { line.move != .resume || $0 == row.suspendedFrom }
        .map { Step(move: line.move, to: $0, action: line.action?.spec.id) }
    }
  }
}
