public import Values

public enum AgreementEntity: Entity {
  public static let object = "healthbases.agreement"
  public static let prefix: String? = "AG"
  public static let texts = Texts("توافق‌نامهٔ سطح خدمت", "service-level agreement")
}
