public import Contracts
public import Registry
public import Values

/// Declares a group trained, by the certificates of its present members (S0 output).
public struct DeclareTrained: Action {
  public var group: Ref<GroupEntity>

  public static let spec = Spec(
    "groups.declare-trained", "اعلام گروه آموزش‌دیده", "Declare a group trained", .post, "/groups/{group}/trained",
    permission: .groupsDecide, fields: ["group": ("گروه", "the group")])

  public func perform(in work: borrowing UnitOfWork) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireStep(group, .declareTrained, to: .trained)
    let members = try work.members(of: group, on: work.day).map(\.person)
    let certified = try work.training.certified(among: members, on: work.day, in: work.look)
    try work.require(
      TrainedGroup.self, .init(members: members.count, certified: Set(certified).intersection(members).count),
      in: group.province)
    group.state = .trained
    group.trainedOn = work.day
    return try work.update(group)
  }
}
