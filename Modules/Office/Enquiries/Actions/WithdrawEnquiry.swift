import Contracts
import Feature

/// Takes an enquiry back: sent by mistake, or no longer needed.
struct WithdrawEnquiry: Action {
  var enquiry: Ref<EnquiryEntity>
  var reason: String

  static let spec = Spec(
    "enquiries.withdraw", "پس‌گرفتن استعلام", "Withdraw an enquiry", .post, "/enquiries/{enquiry}/withdraw",
    permission: .enquiriesWrite, weight: .serious,
    fields: ["enquiry": ("استعلام", "the enquiry"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Enquiry {
    var row = try work.require(Enquiry.self, enquiry)
    try work.move(&row, by: .withdraw)
    work.setReason(reason)
    try work.meetDeadline(Enquiry.deadline, for: row.name)
    return try work.update(row)
  }
}
