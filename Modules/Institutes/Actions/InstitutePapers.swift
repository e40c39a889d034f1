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
