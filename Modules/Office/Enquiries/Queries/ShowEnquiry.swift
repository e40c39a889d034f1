public import Contracts
public import Registry
public import Values

public struct ShowEnquiry: Query {
  public var enquiry: Ref<EnquiryEntity>

  public static let spec = Spec(
    "enquiries.show", "یک استعلام", "One enquiry", "/enquiries/{enquiry}", permission: .enquiriesRead,
    fields: ["enquiry": ("استعلام", "the enquiry")])

  public func answer(in look: borrowing Look) throws -> Enquiry { try look.require(Enquiry.self, enquiry) }
}
