public import Values

public enum EnquiryEntity: Entity {
  public static let object = "enquiries.enquiry"
  public static let prefix: String? = "EN"
  public static let texts = Texts("استعلام", "enquiry")
}
