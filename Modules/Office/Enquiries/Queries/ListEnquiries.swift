public import Jalali
public import Persian
public import Registry
import Values

public struct ListEnquiries: ListQuery {
  public var province: Province?
  public var object: String?
  public var agency: Agency?
  public var state: EnquiryState?
  public var dueUntil: JalaliDay?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var object: String
    public var agency: Agency
    public var letterNumber: String
    public var letterDate: JalaliDay
    public var due: JalaliDay
    public var state: EnquiryState
    public var isFavourable: Bool?
    public var validUntil: JalaliDay?
    public var daysLate: Int?
    public var agencyName: String?
  }

  public static let spec = Spec(
    "enquiries.list", "استعلام‌ها", "Enquiries", "/enquiries", permission: .enquiriesRead,
    fields: [
      "province": ("استان", "province"), "object": ("موضوع، مانند institutes.institute/12", "object, such as institutes.institute/12"),
      "agency": ("مرجع", "agency"), "state": ("وضعیت", "state"), "dueUntil": ("مهلت تا این روز", "due on or before"),
    ])

  public func selection() -> Selection {
    Selection(from: "enquiries_enquiry t")
      .filter("t.province = ?", province)
      .filter("t.object = ?", object)
      .filter("t.agency = ?", agency)
      .filter("t.state = ?", state)
      .filter("t.due <= ?", dueUntil)
      .newestFirst()
  }
}
