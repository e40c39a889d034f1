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
    var object: ThingName
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
      "object": ("موضوع: کد یا نام دفتری، مانند GR-27-1403-0001", "object: a code or name in the ledger, such as GR-27-1403-0001"),
      "dueUntil": ("پایان تا این روز", "due on or before"),
    ])

  func selection() -> Selection {
    Selection(from: "deadlines_deadline t")
      .filter("t.province = ?", province)
      .filter("t.state = ?", state)
      .filter("t.kind = ?", kind)
      .about(object, "t.object = ?")
      .filter("t.due <= ?", dueUntil)
      .sorted(by: "t.due")
  }
}

/// One deadline with every step of its count and the times it stood still.
struct ShowDeadline: Query {
  var deadline: Ref<DeadlineEntity>

  struct Output: Codable, Sendable {
    var deadline: TimeLimit
    var stops: [ClockStop]
    /// Who can do what it is for; empty where those are reminded whom the rule names.
    var roles: [String]
  }

  static let spec = Spec(
    "deadlines.show", "یک مهلت", "One deadline", "/deadlines/{deadline}", permission: .deadlinesRead,
    fields: ["deadline": ("مهلت", "the deadline")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(TimeLimit.self, deadline)
    return Output(
      deadline: row, stops: try snapshot.all(ClockStop.self, "deadline = ? ORDER BY id", row.id), roles: try snapshot.roles(of: row.id))
  }
}

/// Times in which deadlines stood still, by the body that held the matter.
struct ListStops: ListQuery {
  var province: Province?
  var deadline: Ref<DeadlineEntity>?
  var agency: String?

  struct Item: Codable, Sendable {
    var id: ID<ClockStopEntity>
    var province: Province
    var deadline: ID<DeadlineEntity>
    var stoppedOn: JalaliDay
    var resumedOn: JalaliDay?
    var days: Int?
    var agency: String
    var reason: Personal<String>
  }

  static let spec = Spec(
    "deadlines.stops", "توقف‌های مهلت‌ها", "Stops of deadlines", "/deadlines/stops", permission: .deadlinesRead,
    fields: ["province": ("استان", "province"), "deadline": ("مهلت", "the deadline"), "agency": ("مرجع", "body")])

  func selection() -> Selection {
    Selection(from: "deadlines_stop t")
      .filter("t.province = ?", province)
      .filter("t.agency = ?", agency.map { PersianText.stored($0) })
      .refer(deadline, "t.deadline = ?")
  }
}
