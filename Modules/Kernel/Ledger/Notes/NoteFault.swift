/// Why a signed note or a key for notes is not accepted.
public enum NoteFault: Error, Equatable, Sendable {
  /// The text is not a signed note.
  case malformed
  /// A key's text is damaged or of an unknown kind.
  case malformedKey
  /// A signature that claims to be of a known key is not.
  case badSignature(name: String)
  /// None of the known keys has signed.
  case unsigned

  /// The reason in Persian.
  public var fa: String {
    switch self {
    case .malformed: "متن، یادداشت امضاشدهٔ درستی نیست."
    case .malformedKey: "متن کلید درست نیست یا نوع آن شناخته نیست."
    case .badSignature(let name): "امضای «\(name)» درست نیست."
    case .unsigned: "هیچ‌یک از کلیدهای شناخته‌شده این یادداشت را امضا نکرده است."
    }
  }

  /// The reason in English.
  public var en: String {
    switch self {
    case .malformed: "The text is not a well-formed signed note."
    case .malformedKey: "The key text is damaged or of an unknown kind."
    case .badSignature(let name): "The signature of “\(name)” is not valid."
    case .unsigned: "None of the known keys has signed this note."
    }
  }
}
