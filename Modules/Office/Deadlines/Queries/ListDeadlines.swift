import Contracts
import Feature

struct ListDeadlines: ListQuery {
  var province: Province?
  var state: DeadlineState?
  var kind: String?
  var object: String?
  var dueUntil: JalaliDay?

  struct Item: Codable, Sendable {
    var id: ID<DeadlineEntity>
    var province: Province
    var kind: String
    var object: String
    var startsOn: JalaliDay
    var due: JalaliDay
    var state: DeadlineState
    var metOn: JalaliDay?
    var evaluatedOn: JalaliDay?
    var textEn: String
    var textFa: String
  }

  static let spec = Spec(
    "deadlines.list", "مهلت‌ها", "Deadlines", "/deadlines", permission: .deadlinesRead,
    fields: [
      "province": ("استان", "province"), "state": ("وضعیت", "state"),
      "kind": ("نوع، مانند mobilisation.choose-neighbourhood", "kind, such as mobilisation.choose-neighbourhood"),
      "object": ("موضوع، مانند institutes.institute/12", "object, such as institutes.institute/12"),
      "dueUntil": ("پایان تا این روز", "due on or before"),
    ])

  func selection() -> Selection {
    Selection(from: "deadlines_deadline t")
      .filter("t.province = ?", province)
      .filter("t.state = ?", state)
      .filter("t.kind = ?", kind)
      .filter("t.object = ?", object)
      .filter("t.due <= ?", dueUntil)
      .sorted(by: "t.due")
  }
}
