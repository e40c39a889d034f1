import Feature
public import Values

/// A whole list as text that leaves the house, page after page: no more than one page of it is in memory.
public struct ListExport: Sendable {
  /// What the text is.
  public enum Form: Sendable {
    /// A row of titles and a row for each row (`ListSheet`).
    case csv(ListSheet.DayForm)
    /// An object of JSON in each line.
    case lines
  }

  private let list: Command
  private let filters: [Value.Member]
  private let form: Form
  private let showsSecrets: Bool
  private let rowsPerPage: Int64

  /// - Parameters:
  ///   - filters: the list's canonical input; what it says of one page does not count.
  ///   - showsSecrets: whether the reader holds the right to see personal data in clear; else it gets a mask.
  ///   - rowsPerPage: more than a request may ask for, so that what is done once a page does not count.
  public init(_ list: Command, filters: Value, as form: Form, showsSecrets: Bool = false, rowsPerPage: Int64 = 2_000) {
    self.list = list
    self.filters = filters.members.filter { !["limit", "cursor"].contains($0.name) }
    self.form = form
    self.showsSecrets = showsSecrets
    self.rowsPerPage = rowsPerPage
  }

  /// Reads the list to its end, or until `take` throws. Whoever hands the text on puts it on record (`note`).
  ///
  /// - Parameter take: gets the text of each page and where in it each row begins; the titles stand before the first row.
  /// - Throws: `Refusal` when the answer is no, `StoreFault` when the store cannot be read, and what `take` throws.
  public func run(
    _ runtime: Runtime, _ context: CallContext, reader: ReadSession, take: (_ text: borrowing JSONBuffer, _ begins: [Int]) throws -> Void
  ) throws {
    var sheet: ListSheet?
    var text = JSONWriter(showsSecrets: showsSecrets)
    if case .csv(let days) = form {
      let titled = ListSheet(list, days: days, showsSecrets: showsSecrets)
      text.buffer.put(Array(titled.header.utf8))
      sheet = titled
    }
    var cursor: Value = .null
    repeat {
      let paging = cursor == .null ? [] : [Value.Member("cursor", cursor)]
      let page = try runtime.page(of: list, .object(filters + paging), rows: rowsPerPage, context, reader: reader)
      var begins: [Int] = []
      for row in page["items"]?.items ?? [] {
        begins.append(text.buffer.count)
        if let sheet {
          sheet.put(row, into: &text.buffer)
        } else {
          text.put(row)
          text.buffer.put(UInt8(ascii: "\n"))
        }
      }
      try take(text.buffer, begins)
      text.buffer.removeAll()
      cursor = page["next"] ?? .null
    } while cursor != .null
  }

  /// Puts on record how many rows of the list were taken out of the house.
  ///
  /// - Throws: `Refusal` when the writer's queue is full, `CallFault.commit` when the entry could not be kept.
  public func note(rows: Int, _ runtime: Runtime, _ context: CallContext) throws {
    try runtime.noteExport(list, filters: .object(filters), rows: rows, context)
  }
}
