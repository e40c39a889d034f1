public import Values

public enum PersonEntity: Entity {
  public static let object = "people.person"
  public static let prefix: String? = "PE"
  public static let texts = Texts("شخص", "person")
}
