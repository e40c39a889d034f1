public import Values

public enum DocumentEntity: Entity {
  public static let object = "documents.document"
  public static let prefix: String? = "DC"
  public static let texts = Texts("سند", "document")
}
