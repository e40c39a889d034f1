public import Contracts
public import Feature

/// Nobody was asked anything.
public final class EnquiriesStandIn: StandIn, EnquiriesContract {
  /// By the object they were made for, newest first.
  public let enquiries = Answers<String, [EnquiryFacts]> { _ in [] }

  public init() {}

  public var declaration: Module {
    Module(
      "enquiries", "استعلام‌های آزمون", "enquiries of the test", availability: .always,
      provisions: [.provides((any EnquiriesContract).self, self)])
  }

  /// One more enquiry for an object.
  ///
  /// - Parameter isFavourable: nil when it waits for its answer.
  public func send(to agency: Agency, for object: String, isFavourable: Bool?, validUntil: JalaliDay? = nil) throws {
    let sent = try enquiries.known(object)
    let letter = EnquiryFacts(
      id: ID(Int64(sent.count) + 1), agency: agency, isAnswered: isFavourable != nil, isFavourable: isFavourable, validUntil: validUntil)
    enquiries.set([letter] + sent, to: object)
  }

  public func enquiries(of object: String, in snapshot: borrowing Snapshot) throws -> [EnquiryFacts] { try enquiries(object) }
}
