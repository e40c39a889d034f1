import Feature
import HTTP
import Engine
import Values

/// The conditions of RFC 9110 section 13 that a request carries.
enum Conditions {
  /// Reads If-Match. Changing a row by its own address (PUT, PATCH, DELETE) is possible with it only (RFC 6585).
  ///
  /// - Throws: `Refusal` 428 when it is missing, 400 when it cannot be read or there is no row to compare.
  static func expected(_ command: Command, _ request: HTTPRequest) throws -> ExpectedRevision? {
    guard command.kind == .action else { return nil }
    let lines = request.headerValues("if-match")
    guard !lines.isEmpty else {
      guard command.mustNameRevision else { return nil }
      throw Refusal(
        .preconditionRequired, "precondition.required",
        Texts(
          "این تغییر به سرآیند If-Match با ETag ردیف (مانند \"rev-3\") نیاز دارد.",
          "This change needs If-Match with the row's ETag, such as \"rev-3\"."))
    }
    guard command.rowField != nil else {
      throw unreadable("در این نشانی ردیفی برای مقایسه نیست.", "There is no row in this address to compare with.")
    }
    if lines == ["*"] { return .any }
    guard let tags = EntityTag.list(lines) else {
      throw unreadable("If-Match باید * یا فهرست ETagها باشد.", "If-Match must be * or a list of entity tags.")
    }
    return .oneOf(tags.compactMap(EntityTag.revision))
  }

  /// Whether If-None-Match names this tag; weak comparison, as for reading (RFC 9110, 13.1.2).
  static func isKnown(_ tag: String, to request: HTTPRequest) -> Bool {
    guard request.header("if-none-match") != nil else { return false }
    let lines = request.headerValues("if-none-match")
    if lines == ["*"] { return true }
    return EntityTag.list(lines)?.contains { $0 == tag || $0 == "W/" + tag } ?? false
  }

  private static func unreadable(_ fa: String, _ en: String) -> Refusal {
    .input([FieldFault("", "precondition.if-match", Texts(fa, en))])
  }
}

extension Command {
  /// Whether the caller must say which revision of the row it means to change.
  var mustNameRevision: Bool {
    guard kind == .action, rowField != nil else { return false }
    switch spec.method {
    case .put, .patch, .delete: return true
    case .get, .post: return false
    }
  }
}
