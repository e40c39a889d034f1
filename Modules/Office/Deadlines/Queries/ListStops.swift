public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// Times in which deadlines stood still, by the body that held the matter.
public struct ListStops: ListQuery {
  public var province: Province?
  public var deadline: Ref<DeadlineEntity>?
  public var agency: String?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var province: Province
    public var deadline: ID<DeadlineEntity>
    public var stoppedOn: JalaliDay
    public var resumedOn: JalaliDay?
    public var days: Int?
    public var agency: String
    public var reason: Personal<String>
  }

  public static let spec = Spec(
    "deadlines.stops", "توقف‌های مهلت‌ها", "Stops of deadlines", "/deadlines/stops", permission: .deadlinesRead,
    fields: ["province": ("استان", "province"), "deadline": ("مهلت", "the deadline"), "agency": ("مرجع", "body")])

  public func selection() -> Selection {
    Selection(from: "deadlines_stop t")
      .filter("t.province = ?", province)
      .filter("t.agency = ?", agency.map { PersianText.stored($0) })
      .refer(deadline, row: "t.deadline = ?", code: "t.deadline = ?")
  }
}
