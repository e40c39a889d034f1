public import Values

/// A row as an answer that also says itself in sentences: the members of the row, its revision among them, and beside them
/// `sentences`. An answer that was the bare row only gains that member.
public struct Told<Row: Codable & Sendable>: Codable, Sendable {
  /// What the sentences are about.
  public let row: Row
  /// What it says in words.
  public let sentences: [Texts]

  private enum Key: CodingKey { case sentences }

  /// - Parameters:
  ///   - row: what the sentences are about.
  ///   - sentences: what it says in words.
  public init(_ row: Row, _ sentences: [Texts]) {
    (self.row, self.sentences) = (row, sentences)
  }

  /// Reads the row and its sentences out of one object.
  ///
  /// - Throws: what the row's own reading throws, and `FieldFault` where there are no sentences.
  public init(from decoder: any Decoder) throws {
    row = try Row(from: decoder)
    sentences = try decoder.container(keyedBy: Key.self).decode([Texts].self, forKey: .sentences)
  }

  /// Writes both into one object.
  ///
  /// - Throws: what the row's own writing throws.
  public func encode(to encoder: any Encoder) throws {
    try row.encode(to: encoder)
    var members = encoder.container(keyedBy: Key.self)
    try members.encode(sentences, forKey: .sentences)
  }
}
