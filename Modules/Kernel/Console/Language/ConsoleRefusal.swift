import Values

extension Refusal {
  /// What the console itself cannot make sense of; exit code 2.
  static func console(_ code: String, _ fa: String, _ en: String) -> Refusal {
    Refusal(.malformed, "console." + code, Texts(fa, en))
  }
}
