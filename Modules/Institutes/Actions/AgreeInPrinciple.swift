import Contracts
import Feature

/// What the desks hold on an institute, as the rules want to see it.
struct InstitutePapers {
  let documents: RequiredDocuments.Facts
  let enquiries: EnquiriesAnswered.Facts
  let founders: FoundingBoard.Facts

  init(of institute: Institute, for stage: FileStage, in snapshot: borrowing Snapshot) throws {
    documents = .init(
      stage: stage,
      papers: try snapshot.documents(of: institute.object).map {
        .init(kind: $0.kind, isSighted: $0.isSighted, validUntil: $0.validUntil)
      })
    enquiries = .init(
      enquiries: try snapshot.enquiries(of: institute.object).map {
        .init(agency: $0.agency.rawValue, isAnswered: $0.isAnswered, isFavourable: $0.isFavourable, validUntil: $0.validUntil)
      })
    founders = .init(
      founders: try snapshot.count(
        "SELECT count(*) FROM institutes_member WHERE institute = ? AND post = 'founder' AND until IS NULL",
        institute.id))
  }

  /// Refuses with what is missing for the stage.
  func require(for institute: Institute, work: borrowing Transaction) throws {
    try work.require(FoundingBoard.self, founders, in: institute.province)
    try work.require(RequiredDocuments.self, documents, in: institute.province)
    try work.require(EnquiriesAnswered.self, enquiries, in: institute.province)
  }
}

/// The director agrees in principle to an approved file (S2).
struct AgreeInPrinciple: ApprovingAction {
  var institute: Ref<InstituteEntity>
  var conditions: String?

  static let spec = Spec(
    "institutes.agree-in-principle", "صدور موافقت اصولی", "Issue an agreement in principle", .post,
    "/institutes/{institute}/agree-in-principle", permission: .institutesSign, weight: .serious,
    fields: ["institute": ("مؤسسه", "the institute"), "conditions": ("شرایط", "conditions it is bound to")])

  func perform(in work: borrowing Transaction) throws -> AgreementInPrinciple {
    var row = try work.require(Institute.self, institute)
    try work.move(&row, by: .agreeInPrinciple)
    try work.requireSeparationOfDuties(on: row)
    try InstitutePapers(of: row, for: .agreementInPrinciple, in: work.snapshot).require(for: row, work: work)
    row.agreedOn = work.day
    try work.update(row)
    return try work.insert(
      AgreementInPrinciple(
        province: row.province, institute: row.id, signedOn: work.day,
        conditions: PersianText.stored(conditions ?? "", keepingLines: true)))
  }
}

/// The deputy approves a complete file; whoever prepared it may not (S0).
struct ApproveFile: ApprovingAction {
  var institute: Ref<InstituteEntity>

  static let spec = Spec(
    "institutes.approve-file", "تأیید پروندهٔ مؤسسه", "Approve an institute's file", .post,
    "/institutes/{institute}/approve", permission: .institutesApprove, fields: ["institute": ("مؤسسه", "the institute")]
  )

  func perform(in work: borrowing Transaction) throws -> Institute {
    var row = try work.require(Institute.self, institute)
    try work.move(&row, by: .approve)
    try work.requireSeparationOfDuties(on: row)
    try InstitutePapers(of: row, for: .approval, in: work.snapshot).require(for: row, work: work)
    return try work.update(row)
  }
}
