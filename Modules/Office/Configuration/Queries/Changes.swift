import Contracts
import Feature

struct ListChanges: ListQuery {
  var province: Province?
  var state: ChangeState?
  var kind: ChangeKind?

  struct Item: Codable, Sendable {
    var id: ID<ChangeEntity>
    var kind: ChangeKind
    var province: Province?
    var fromDay: JalaliDay
    var source: String
    var reason: String?
    var state: ChangeState
    var decidedOn: JalaliDay?
    var hands: Int?
    var remark: String?
  }

  static let spec = Spec(
    "configuration.changes", "تغییرهای قواعد", "Changes of rules", "/configuration/changes",
    permission: .configurationRead,
    fields: ["province": ("استان", "province"), "state": ("وضعیت", "state"), "kind": ("گونه", "kind")])

  func selection() -> Selection {
    Selection(from: "configuration_change t")
      // The national office's words concern everybody, a province's own nobody else.
      .where("t.province IS NULL OR in_scope(t.province, NULL)")
      .filter("t.province = ?", province)
      .filter("t.state = ?", state)
      .filter("t.kind = ?", kind)
      .newestFirst()
  }
}

/// One change with its items, as far as they concern whoever asks, and what its locks stand above.
struct ShowChange: Query {
  var change: Ref<ChangeEntity>

  static let spec = Spec(
    "configuration.change", "یک تغییر قواعد", "One change of rules", "/configuration/changes/{change}",
    permission: .configurationRead, fields: ["change": ("تغییر", "the change")])

  func answer(in snapshot: borrowing Snapshot) throws -> ChangeDetails {
    let row = try snapshot.require(RuleChange.self, change)
    if let home = snapshot.home, let place = row.province, place != home { throw Refusal.notFound(ChangeEntity.self) }
    return try ChangeDetails(row, in: snapshot)
  }
}
