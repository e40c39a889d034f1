import Contracts
public import Feature

/// The enquiries desk: letters to outside bodies, their answers, and how long each body held them.
public enum EnquiriesModule: FeatureModule {
  public static let module = Module(
    "enquiries", "استعلام‌ها", "Enquiries", after: ["regions", "people", "deadlines"],
    availability: .always,
    words: words,
    migrations: [EnquiriesSchema.tables, EnquiriesSchema.states, EnquiriesSchema.persons],
    records: [Enquiry.self],
    rules: [EnquiryTerm.self, EnquiryLifecycle.self, AnswerDates.self],
    actions: [SendEnquiry.self, AnswerEnquiry.self, WithdrawEnquiry.self],
    queries: [ShowEnquiry.self, CountDelays.self],
    lists: [ListEnquiries.self],
    nightly: [OverdueEnquiries.self],
    provisions: [.provides((any EnquiriesContract).self, EnquiriesContractProvider())])
}
