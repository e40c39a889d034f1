public import Values

public enum ClinicEntity: Entity {
  public static let object = "mobilisation.clinic"
  public static let prefix: String? = "CL"
  public static let texts = Texts("کلینیک مددکاری اجتماعی", "social-work clinic")
}
