import Contracts
import Feature

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
