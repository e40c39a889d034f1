public import Registry
public import Values

public enum ContentEntity: Entity {
  public static let object = "documents.content"
  public static let texts = Texts("محتوای سند", "content of a document")
}

/// The bytes of a file, once however often it is filed. Not audited itself: the documents carry its digest.
public struct StoredContent: Record {
  public typealias Of = ContentEntity
  public static let table = Table("documents_content", reach: .nation, isAudited: false)

  public var id = ID<ContentEntity>(0)
  public var rev = 0
  public var sha256: String
  public var content: Secret<FileContent>
}
