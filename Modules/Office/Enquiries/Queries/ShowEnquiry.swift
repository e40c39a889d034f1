import Contracts
import Feature

struct ShowEnquiry: Query {
  var enquiry: Ref<EnquiryEntity>

  static let spec = Spec(
    "enquiries.show", "یک استعلام", "One enquiry", "/enquiries/{enquiry}", permission: .enquiriesRead,
    fields: ["enquiry": ("استعلام", "the enquiry")])

  func answer(in snapshot: borrowing Snapshot) throws -> Enquiry { try snapshot.require(Enquiry.self, enquiry) }
}
