public import Values

public enum InstituteEntity: Entity {
  public static let object = "institutes.institute"
  public static let prefix: String? = "IN"
  public static let texts = Texts("مؤسسه", "institute")
}
