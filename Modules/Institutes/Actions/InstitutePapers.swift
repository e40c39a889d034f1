import Contracts
import Registry
import Values

/// What the desks hold on an institute, as the rules want to see it.
struct InstitutePapers {
  let documents: RequiredDocuments.Facts
  let enquiries: EnquiriesAnswered.Facts
  let founders: FoundingBoard.Facts

  init(of institute: Institute, for stage: FileStage, in look: borrowing Look) throws {
    documents = .init(
      stage: stage,
      papers: try look.documents.documents(of: institute.object, in: look).map {
        .init(kind: $0.kind, isSighted: $0.isSighted, validUntil: $0.validUntil)
      })
    enquiries = .init(
      enquiries: try look.enquiries.enquiries(of: institute.object, in: look).map {
        .init(agency: $0.agency, isAnswered: $0.isAnswered, isFavourable: $0.isFavourable, validUntil: $0.validUntil)
      })
    founders = .init(
      founders: try look.count(
        "SELECT count(*) FROM institutes_member WHERE institute = ? AND post = 'founder' AND until IS NULL",
        institute.id))
  }

  /// Refuses with what is missing for the stage.
  func require(for institute: Institute, work: borrowing UnitOfWork) throws {
    try work.require(FoundingBoard.self, founders, in: institute.province)
    try work.require(RequiredDocuments.self, documents, in: institute.province)
    try work.require(EnquiriesAnswered.self, enquiries, in: institute.province)
  }
}

extension UnitOfWork {
  func requireStep(_ institute: Institute, to state: InstituteState) throws {
    try require(InstituteStep.self, .init(from: institute.state, to: state), in: institute.province)
  }
}
