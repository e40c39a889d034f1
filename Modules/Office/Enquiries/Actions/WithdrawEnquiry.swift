public import Contracts
public import Registry
public import Values

/// Takes an enquiry back: sent by mistake, or no longer needed.
public struct WithdrawEnquiry: Action {
  public var enquiry: Ref<EnquiryEntity>
  public var reason: String

  public static let spec = Spec(
    "enquiries.withdraw", "پس‌گرفتن استعلام", "Withdraw an enquiry", .post, "/enquiries/{enquiry}/withdraw",
    permission: .enquiriesWrite, weight: .serious,
    fields: ["enquiry": ("استعلام", "the enquiry"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Enquiry {
    var row = try work.require(Enquiry.self, enquiry)
    try work.require(EnquiryStep.self, .init(state: row.state, letterDate: row.letterDate), in: row.province)
    work.because(reason)
    row.state = .withdrawn
    try work.deadlines.meet(Enquiry.deadline, for: row.name, work: work)
    return try work.update(row)
  }
}
