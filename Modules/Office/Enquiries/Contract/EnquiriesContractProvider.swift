import Contracts
import Feature

struct EnquiriesContractProvider: EnquiriesContract {
  /// Withdrawn ones are left out: nobody waits for them.
  func enquiries(of object: String, in snapshot: borrowing Snapshot) throws -> [EnquiryFacts] {
    try snapshot.all(Enquiry.self, "object = ? AND state <> 'withdrawn' ORDER BY letter_date DESC, id DESC", object).map {
      EnquiryFacts(
        id: $0.id, agency: $0.agency, isAnswered: $0.state == .answered, isFavourable: $0.isFavourable,
        validUntil: $0.validUntil)
    }
  }
}
