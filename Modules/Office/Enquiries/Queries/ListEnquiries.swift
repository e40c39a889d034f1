import Contracts
import Feature

struct ListEnquiries: ListQuery {
  var province: Province?
  var object: String?
  var agency: Agency?
  var state: EnquiryState?
  var dueUntil: JalaliDay?

  struct Item: Codable, Sendable {
    var id: ID<EnquiryEntity>
    var code: String
    var province: Province
    var object: String
    var agency: Agency
    var letterNumber: String
    var letterDate: JalaliDay
    var due: JalaliDay
    var state: EnquiryState
    var isFavourable: Bool?
    var validUntil: JalaliDay?
    var daysLate: Int?
    var agencyName: String?
  }

  static let spec = Spec(
    "enquiries.list", "استعلام‌ها", "Enquiries", "/enquiries", permission: .enquiriesRead,
    fields: [
      "province": ("استان", "province"), "object": ("موضوع، مانند institutes.institute/12", "object, such as institutes.institute/12"),
      "agency": ("مرجع", "agency"), "state": ("وضعیت", "state"), "dueUntil": ("مهلت تا این روز", "due on or before"),
    ])

  func selection() -> Selection {
    Selection(from: "enquiries_enquiry t")
      .filter("t.province = ?", province)
      .filter("t.object = ?", object)
      .filter("t.agency = ?", agency)
      .filter("t.state = ?", state)
      .filter("t.due <= ?", dueUntil)
      .newestFirst()
  }
}
