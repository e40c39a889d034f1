public import Contracts
public import Registry
public import Values

/// Puts a newer paper of the same object and kind in an older one's place; the older stays readable.
public struct SupersedeDocument: Action {
  public var document: Ref<DocumentEntity>
  public var by: Ref<DocumentEntity>
  public var reason: String

  public static let spec = Spec(
    "documents.supersede", "جایگزینی سند", "Supersede a document", .post, "/documents/{document}/supersede",
    permission: .documentsFile, weight: .serious,
    fields: [
      "document": ("سند پیشین", "the older document"), "by": ("سند تازه", "the newer one"), "reason": ("علت", "why"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Document {
    var row = try work.require(Document.self, document)
    let newer = try work.require(Document.self, by)
    let stands = newer.state == .filed || newer.state == .verified
    let fits = stands && newer.id != row.id && newer.object == row.object && newer.kind == row.kind
    try work.require(
      DocumentStep.self,
      .init(state: row.state, step: .supersede, isSighted: row.sightedOn != nil, successorFits: fits), in: row.province)
    work.because(reason)
    row.state = .superseded
    row.supersededBy = newer.id
    return try work.update(row)
  }
}
