public import Feature

/// How somebody without an account comes to us.
public enum Channel: String, Choice {
  /// By what way it came.
  case counter, letter, internet

  /// What people call it.
  public var texts: Texts {
    switch self {
    case .counter: Texts("مراجعهٔ حضوری", "counter")
    case .letter: Texts("نامه", "letter")
    case .internet: Texts("اینترنت", "internet")
    }
  }
}
