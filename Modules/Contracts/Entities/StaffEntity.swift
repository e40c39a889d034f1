public import Values

public enum StaffEntity: Entity {
  public static let object = "accounts.staff"
  public static let prefix: String? = "ST"
  public static let texts = Texts("همکار", "staff member")
}
