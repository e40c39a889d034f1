public import Values

public enum CourseEntity: Entity {
  public static let object = "training.course"
  public static let prefix: String? = "CO"
  public static let texts = Texts("دورهٔ آموزشی", "course")
}
