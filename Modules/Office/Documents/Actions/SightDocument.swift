public import Contracts
public import Registry
public import Values

/// Notes that the acting person has seen the original. Whoever filed the copy may be the one who saw it.
public struct SightDocument: Action {
  public var document: Ref<DocumentEntity>

  public static let spec = Spec(
    "documents.sight", "رؤیت اصل سند", "Sight the original", .post, "/documents/{document}/sight",
    permission: .documentsSight, fields: ["document": ("سند", "the document")])

  public func perform(in work: borrowing UnitOfWork) throws -> Document {
    var row = try work.require(Document.self, document)
    try work.require(
      DocumentStep.self, .init(state: row.state, step: .sight, isSighted: row.sightedOn != nil), in: row.province)
    row.sightedBy = work.actor.id
    row.sightedOn = work.day
    return try work.update(row)
  }
}
