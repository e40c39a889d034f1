import Contracts
import Feature

/// A paper filed for something. The row and the ledger carry its digest; the bytes lie beside, sealed.
struct Document: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = DocumentEntity
  typealias Machine = DocumentLifecycle
  static let table = Table("documents_document", reach: .county)

  var id = ID<DocumentEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  /// As in the ledger, `institutes.institute/12`.
  var object: String
  /// Such as `statute` or `minutes`; the asking module names its kinds.
  var kind: String
  var title: Personal<String>
  var fileName: Personal<String>
  var mediaType: MediaType
  /// Bytes of the file.
  var size: Int
  /// SHA-256 of the file, hexadecimal.
  var sha256: String
  var content: ID<ContentEntity>
  var issued: JalaliDay?
  var validUntil: JalaliDay?
  var state: DocumentState
  var filedOn: JalaliDay
  /// Who saw the original, as the ledger calls them.
  var sightedBy: String?
  var sightedOn: JalaliDay?
  var verifiedBy: String?
  var verifiedOn: JalaliDay?
  var rejection: Personal<String>?
  var supersededBy: ID<DocumentEntity>?
}

enum DocumentState: String, Choice {
  case filed, verified, rejected, superseded

  var texts: Texts {
    switch self {
    case .filed: Texts("بایگانی‌شده", "filed")
    case .verified: Texts("تأییدشده", "verified")
    case .rejected: Texts("ردشده", "rejected")
    case .superseded: Texts("جایگزین‌شده", "superseded")
    }
  }
}
