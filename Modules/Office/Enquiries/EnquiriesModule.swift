import Contracts
public import Registry
public import Rules
public import Store

/// The enquiries desk: letters to outside bodies, their answers, and how long each body held them.
public struct EnquiriesModule: FeatureModule {
  public static let manifest = Manifest(
    "enquiries", "استعلام‌ها", "Enquiries", after: ["regions", "people", "deadlines"], isSwitchable: false)

  public init(_ kernel: Kernel) throws { try kernel.publish((any EnquiriesDesk).self, EnquiriesAnswers()) }

  public var migrations: [Migration] { [EnquiriesSchema.tables] }
  public var records: [any Record.Type] { [Enquiry.self] }
  public var rules: [any Rule.Type] { [EnquiryTerm.self, EnquiryStep.self] }
  public var actions: [any Action.Type] { [SendEnquiry.self, AnswerEnquiry.self, WithdrawEnquiry.self] }
  public var queries: [any Query.Type] { [ShowEnquiry.self, CountDelays.self] }
  public var lists: [any ListQuery.Type] { [ListEnquiries.self] }
  public var nightly: [any NightlyTask.Type] { [OverdueEnquiries.self] }
}
