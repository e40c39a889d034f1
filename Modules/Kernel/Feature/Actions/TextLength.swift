/// How long a text of an input may be, in Unicode scalars: what one types is counted in these, and a letter with a thousand marks
/// on it is one character. A longer text is refused before an action sees it. A type that says its own `longestText`, such as a
/// file's content, is left alone.
public enum TextLength: Int, Sendable {
  /// A name, a title, a number: what stands on one line.
  case line = 200
  /// A reason, a remark, evidence: about two pages.
  case text = 4_000
  /// Minutes, a report: several pages; never more than the 40,000 bytes that a column of text takes.
  case document = 10_000

  /// What a field of this name holds, unless its declaration says otherwise.
  static func usual(of field: String) -> TextLength {
    if lines.contains(field) || endings.contains(where: field.hasSuffix) { return .line }
    return documents.contains(field) ? .document : .text
  }

  private static let lines: Set = ["name", "title", "place", "agency", "kind", "role", "module", "rule", "parameter", "object", "search"]
  private static let endings = ["Name", "Title", "Number", "Code"]
  private static let documents: Set = ["minutes", "report"]
}

extension Spec {
  /// How long the text of a field may be.
  package func length(of field: String) -> TextLength { lengths[field] ?? .usual(of: field) }
}
