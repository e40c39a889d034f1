public import Values

public enum MeasurementEntity: Entity {
  public static let object = "monitoring.measurement"
  public static let prefix: String? = "MS"
  public static let texts = Texts("اندازه‌گیری سالانه", "yearly measurement")
}
