public import Values

public enum NeighbourhoodEntity: Entity {
  public static let object = "regions.neighbourhood"
  public static let prefix: String? = "NB"
  public static let texts = Texts("محله", "neighbourhood")
}
