import Contracts
import Feature

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
