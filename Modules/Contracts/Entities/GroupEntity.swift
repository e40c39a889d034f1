public import Values

public enum GroupEntity: Entity {
  public static let object = "groups.group"
  public static let prefix: String? = "GR"
  public static let texts = Texts("گروه", "group")
}
