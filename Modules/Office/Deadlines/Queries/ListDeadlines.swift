public import Jalali
public import Persian
public import Registry
import Values

public struct ListDeadlines: ListQuery {
  public var province: Province?
  public var state: DeadlineState?
  public var kind: String?
  public var object: String?
  public var dueUntil: JalaliDay?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var province: Province
    public var kind: String
    public var object: String
    public var startsOn: JalaliDay
    public var due: JalaliDay
    public var state: DeadlineState
    public var metOn: JalaliDay?
    public var evaluatedOn: JalaliDay?
    public var textEn: String
    public var textFa: String
  }

  public static let spec = Spec(
    "deadlines.list", "مهلت‌ها", "Deadlines", "/deadlines", permission: .deadlinesRead,
    fields: [
      "province": ("استان", "province"), "state": ("وضعیت", "state"),
      "kind": ("نوع، مانند mobilisation.choose-neighbourhood", "kind, such as mobilisation.choose-neighbourhood"),
      "object": ("موضوع، مانند institutes.institute/12", "object, such as institutes.institute/12"),
      "dueUntil": ("پایان تا این روز", "due on or before"),
    ])

  public func selection() -> Selection {
    Selection(from: "deadlines_deadline t")
      .filter("t.province = ?", province)
      .filter("t.state = ?", state)
      .filter("t.kind = ?", kind)
      .filter("t.object = ?", object)
      .filter("t.due <= ?", dueUntil)
      .sorted(by: "t.due")
  }
}
