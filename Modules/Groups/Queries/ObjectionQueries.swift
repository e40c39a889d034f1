import Contracts
import Feature

struct ListObjections: ListQuery {
  var province: Province?
  var group: Ref<GroupEntity>?
  var state: ObjectionState?

  struct Item: Codable, Sendable {
    var id: ID<ObjectionEntity>
    var code: String
    var province: Province
    var group: Code<GroupEntity>
    var objectedOn: JalaliDay
    var channel: Channel
    var state: ObjectionState
    var decidedOn: JalaliDay?
  }

  static let spec = Spec(
    "groups.objections", "اعتراض‌ها", "Objections", "/group-objections", permission: .groupsRead,
    fields: ["province": ("استان", "province"), "group": ("گروه", "the group"), "state": ("وضعیت", "state")])

  func selection() -> Selection {
    Selection(from: "groups_objection t JOIN groups_group g ON g.id = t.group_id")
      .filter("t.province = ?", province)
      .refer(group, "t.group_id = ?")
      .column("group", "g.code")
      .filter("t.state = ?", state)
      .newestFirst()
  }
}

struct ShowObjection: Query {
  var objection: Ref<ObjectionEntity>

  static let spec = Spec(
    "groups.objection", "یک اعتراض", "One objection", "/group-objections/{objection}", permission: .groupsRead,
    fields: ["objection": ("اعتراض", "the objection")])

  func answer(in snapshot: borrowing Snapshot) throws -> GroupObjection { try snapshot.require(GroupObjection.self, objection) }
}
