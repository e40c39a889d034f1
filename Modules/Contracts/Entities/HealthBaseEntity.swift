public import Values

public enum HealthBaseEntity: Entity {
  public static let object = "healthbases.base"
  public static let prefix: String? = "HB"
  public static let texts = Texts("پایگاه سلامت اجتماعی", "social-health base")
}
