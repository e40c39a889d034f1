import Contracts
import Registry
import Values

struct EnquiriesAnswers: EnquiriesDesk {
  /// Withdrawn ones are left out: nobody waits for them.
  func enquiries(of object: String, in look: borrowing Look) throws -> [EnquiryFacts] {
    try look.all(Enquiry.self, "object = ? AND state <> 'withdrawn' ORDER BY letter_date DESC, id DESC", object).map {
      EnquiryFacts(
        id: $0.id, agency: $0.agency.rawValue, isAnswered: $0.state == .answered, isFavourable: $0.isFavourable,
        validUntil: $0.validUntil)
    }
  }
}
