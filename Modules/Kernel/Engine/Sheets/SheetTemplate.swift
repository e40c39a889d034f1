import Feature
public import Values

/// The titles of a sheet for an action: what people call its fields, required ones first, each so that it is read back as
/// its own field.
public struct SheetTemplate {
  /// As CSV, with their line end.
  public let titles: String

  /// - Parameter language: of whoever fills it in.
  /// - Throws: `Refusal` for an action that cannot be imported in bulk.
  public init(_ command: Command, in language: Language) throws {
    guard command.kind == .action, !command.isSlow else {
      throw Refusal(.rule, "import.one-by-one", Texts("این فرمان دسته‌ای نمی‌شود.", "This action cannot be imported in bulk."))
    }
    let fields = command.fields.filter { !$0.isOptional } + command.fields.filter(\.isOptional)
    let titles = fields.map { field in
      let label = field.shortLabel[language]
      let isOwn = (try? SheetColumns([.init(place: 0, title: label)], of: command, SheetOptions()))?.fields.first?.field.name == field.name
      return isOwn ? label : field.name
    }
    self.titles = CSVWriter.line(titles)
  }
}
