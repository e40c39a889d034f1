/// What a key derived from the master key is for. Each purpose has a context of exactly eight ASCII bytes, which
/// must never change: another context is another key.
public enum KeyPurpose: String, CaseIterable, Sendable {
  /// Encrypts single fields of personal data.
  case field = "hm-field"
  /// Makes blind indexes for equality search.
  case index = "hm-index"
  /// Hashes bearer tokens before they are stored.
  case token = "hm-token"
  /// Encrypts back-ups.
  case backup = "hm-bckup"
  /// Authenticates the page marks handed to clients.
  case cursor = "hm-cursr"
  /// Wraps the data key of one person.
  case subject = "hm-subjk"
}
