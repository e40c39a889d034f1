import Feature
import Store
public import Values

/// What a caller believes a row to be before changing it (RFC 9110, If-Match).
public enum ExpectedRevision: Sendable, Equatable {
  /// Whatever it is now.
  case any
  /// One of these revisions; for none of them the answer is 412.
  case oneOf([Int64])
}

extension Command {
  /// The field of the path that names the row this command is about: the last one, when it is a reference.
  public var rowField: Field? {
    guard let last = pathFields.last, let field = fields.first(where: { $0.name == last }),
      case .reference = field.kind
    else { return nil }
    return field
  }
}

/// Compares the stored revision of the row in the path with the expected one, inside the transaction of the change.
struct Precondition: Sendable {
  private let object: String
  private let row: Value
  private let expected: [Int64]

  /// Nil when there is nothing to compare.
  init?(_ command: Command, _ input: Value, _ context: CallContext) {
    guard case .oneOf(let expected) = context.expected, let field = command.rowField,
      case .reference(let object, _) = field.kind, let row = input[field.name]
    else { return nil }
    (self.object, self.row, self.expected) = (object, row, expected)
  }

  /// - Throws: `Refusal` 412. A row that is not there is left to the action, which says so in its own words.
  func check(_ reader: StoreSnapshot) throws {
    guard let layout = reader.tables.layout(of: object) else { return }
    guard let row = try row.integer ?? row.string.flatMap({ try reader.row(of: object, named: $0) }) else { return }
    let found = try reader.rows(text: "SELECT rev FROM \(layout.table.name) WHERE id = ?", [.int(row)])
    guard let revision = found.first?.first?.integer, !expected.contains(revision) else { return }
    throw Refusal(
      .preconditionFailed, "precondition.revision",
      Texts(
        "این ردیف در این میان تغییر کرده است (ویرایش \(revision))؛ دوباره بخوانید.",
        "This row was changed meanwhile: it is at revision \(revision) now. Read it again."))
  }
}
