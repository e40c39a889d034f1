public import Values

public enum RankingEntity: Entity {
  public static let object = "mobilisation.ranking"
  public static let prefix: String? = "NR"
  public static let texts = Texts("اولویت‌بندی نیازها", "needs ranking")
}
