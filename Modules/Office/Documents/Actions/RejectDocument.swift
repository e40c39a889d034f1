public import Contracts
import Persian
public import Registry
public import Values

/// Rejects a paper with the reason that the applicant will read.
public struct RejectDocument: Action {
  public var document: Ref<DocumentEntity>
  public var reason: String

  public static let spec = Spec(
    "documents.reject", "رد سند", "Reject a document", .post, "/documents/{document}/reject",
    permission: .documentsVerify, weight: .serious,
    fields: ["document": ("سند", "the document"), "reason": ("چرا پذیرفته نیست", "why it is not accepted")])

  public func perform(in work: borrowing UnitOfWork) throws -> Document {
    var row = try work.require(Document.self, document)
    try work.require(
      DocumentStep.self, .init(state: row.state, step: .reject, isSighted: row.sightedOn != nil), in: row.province)
    work.because(reason)
    row.state = .rejected
    row.rejection = Personal(PersianText.stored(reason))
    return try work.update(row)
  }
}
