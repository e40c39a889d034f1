public import Values

public enum DeadlineEntity: Entity {
  public static let object = "deadlines.deadline"
  public static let texts = Texts("مهلت", "deadline")
}
