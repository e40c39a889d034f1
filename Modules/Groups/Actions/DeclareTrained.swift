import Contracts
import Feature

/// Declares a group trained, by the certificates of its present members (S0 output).
struct DeclareTrained: Action {
  var group: Ref<GroupEntity>

  static let spec = Spec(
    "groups.declare-trained", "اعلام گروه آموزش‌دیده", "Declare a group trained", .post, "/groups/{group}/trained",
    permission: .groupsDecide, fields: ["group": ("گروه", "the group")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .declareTrained)
    let members = try work.members(of: group, on: work.day).map(\.person)
    let certified = try work.certified(among: members, on: work.day)
    try work.require(
      TrainedGroup.self, .init(members: members.count, certified: Set(certified).intersection(members).count),
      in: group.province)
    group.trainedOn = work.day
    return try work.update(group)
  }
}
