import Contracts
import Feature

/// A paper filed for something. The row and the ledger carry its digest; the bytes lie beside, sealed.
struct Document: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = DocumentEntity
  typealias Machine = DocumentLifecycle
  static let table = Table("documents_document", reach: .county, seenWith: ["object"])

  var id = ID<DocumentEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  /// As in the ledger, `institutes.institute/12`.
  var object: ThingName
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

/// A whole file as base 64 text (RFC 4648, padded), which is how it travels in JSON and lies sealed in the store.
struct FileContent: FieldType {
  /// 16 MiB of bytes make this much text.
  static let longestText = (16 << 20) / 3 * 4 + 8

  let base64: String

  init(_ base64: String) { self.base64 = base64 }

  static var kind: FieldKind { .text }
  static var sample: FileContent { FileContent("") }

  init(value: Value) throws {
    guard case .text(let text) = value else {
      throw FieldFault("", "field.kind", Texts("باید متن base64 باشد.", "Must be base64 text."))
    }
    guard text.utf8.count <= FileContent.longestText else {
      throw FieldFault(
        "", "documents.too-large", Texts("پرونده بیش از ۱۶ مبی‌بایت است.", "The file is larger than 16 MiB."))
    }
    base64 = text
  }

  var value: Value { .text(base64) }
}

enum ContentEntity: Entity {
  static let object = "documents.content"
  static let texts = Texts("محتوای سند", "content of a document")
}

/// The bytes of a file, once however often it is filed. Not audited itself: the documents carry its digest.
struct StoredContent: Record {
  typealias Of = ContentEntity
  static let table = Table("documents_content", reach: .nation, isAudited: false)

  var id = ID<ContentEntity>(0)
  var rev = 0
  var sha256: String
  var content: Secret<FileContent>
}
