import Contracts
import Feature

/// Notes that the acting person has seen the original. Whoever filed the copy may be the one who saw it.
struct SightDocument: Action {
  var document: Ref<DocumentEntity>

  static let spec = Spec(
    "documents.sight", "رؤیت اصل سند", "Sight the original", .post, "/documents/{document}/sight",
    permission: .documentsSight, fields: ["document": ("سند", "the document")])

  func perform(in work: borrowing Transaction) throws -> Document {
    var row = try work.require(Document.self, document)
    try work.move(&row, by: .sight)
    try work.require(
      DocumentStep.self, .init(move: .sight, isSighted: row.sightedOn != nil), in: row.province)
    row.sightedBy = work.principal.id
    row.sightedOn = work.day
    return try work.update(row)
  }
}

/// Confirms a paper; neither who filed it nor who sighted it may.
struct VerifyDocument: ApprovingAction {
  var document: Ref<DocumentEntity>

  static let spec = Spec(
    "documents.verify", "تأیید سند", "Verify a document", .post, "/documents/{document}/verify",
    permission: .documentsVerify, fields: ["document": ("سند", "the document")])

  func perform(in work: borrowing Transaction) throws -> Document {
    var row = try work.require(Document.self, document)
    try work.move(&row, by: .verify)
    try work.require(
      DocumentStep.self, .init(move: .verify, isSighted: row.sightedOn != nil), in: row.province)
    try work.requireSeparationOfDuties(on: row)
    row.verifiedBy = work.principal.id
    row.verifiedOn = work.day
    return try work.update(row)
  }
}

/// Rejects a paper with the reason that the applicant will read.
struct RejectDocument: DecidingAction {
  var document: Ref<DocumentEntity>
  var reason: String

  static let spec = Spec(
    "documents.reject", "رد سند", "Reject a document", .post, "/documents/{document}/reject",
    permission: .documentsVerify, weight: .serious,
    fields: ["document": ("سند", "the document"), "reason": ("چرا پذیرفته نیست", "why it is not accepted")])

  func perform(in work: borrowing Transaction) throws -> Document {
    var row = try work.require(Document.self, document)
    try work.move(&row, by: .reject)
    try work.require(
      DocumentStep.self, .init(move: .reject, isSighted: row.sightedOn != nil), in: row.province)
    work.setReason(reason)
    row.rejection = Personal(PersianText.stored(reason))
    return try work.update(row)
  }
}
