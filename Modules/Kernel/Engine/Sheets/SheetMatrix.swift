import Feature
import Jalali
import Persian
import Values

/// The calls of a sheet that has a row a thing and a column a case.
struct SheetMatrix: Sendable {
  /// One call, and the row and the titles it comes from.
  struct Call: Sendable {
    let row: Int
    let title: String
    let input: Value
  }

  private let matrix: Matrix
  private let command: Command
  private let key: Int
  private let cases: [(place: Int, title: String, members: [Value.Member])]
  private let given: [Value.Member]

  /// - Returns: nil for a sheet that has one row a call.
  /// - Throws: `Refusal` with every title that says no case.
  init?(_ sheet: Sheet, of command: Command, _ options: SheetOptions) throws {
    guard let matrix = command.spec.matrix else { return nil }
    let titled = sheet.columns.filter { !$0.isOwn }
    let rowNames = Set(([matrix.row] + matrix.rowTitles).map(SheetColumns.key))
    let names = SheetColumns.names(of: command.fields)
    func field(_ column: Sheet.Column) -> String? {
      names[SheetColumns.key(column.title)].flatMap { $0.count == 1 ? $0[0].name : nil }
    }
    let cell: String
    switch matrix.cell {
    case .value(let name), .listed(let name): cell = name
    }
    let keys = titled.filter { rowNames.contains(SheetColumns.key($0.title)) || field($0) == matrix.row }
    let plain = Set(matrix.columns + [cell])
    guard keys.count == 1, let key = keys.first, !titled.contains(where: { $0 != key && field($0).map(plain.contains) == true }) else {
      return nil
    }
    let ignored = Set(options.ignored.map(SheetColumns.key))
    let rest = titled.filter { $0 != key && !ignored.contains(SheetColumns.key($0.title)) }
    let fields = matrix.columns.compactMap { name in command.fields.first { $0.name == name } }
    var faults: [FieldFault] = []
    given = SheetColumns.given(options, names, command, &faults)
    for (name, _) in options.given
    where names[SheetColumns.key(name)]?.contains(where: { plain.union([matrix.row]).contains($0.name) }) == true {
      faults.append(.saidByMatrix(name))
    }
    cases = rest.compactMap { column in
      guard let members = SheetMatrix.members(of: column.title, fields) else {
        faults.append(.noCase(column.title, fields))
        return nil
      }
      return (column.place, column.title, members)
    }
    var told: [[Value.Member]] = []
    for (_, title, members) in cases {
      if told.contains(members) { faults.append(.caseTwice(title)) }
      told.append(members)
    }
    guard faults.isEmpty, !cases.isEmpty else {
      throw Refusal.input(faults.isEmpty ? [.noCase("", fields)] : Array(faults.prefix(20)))
    }
    (self.matrix, self.command, self.key) = (matrix, command, key.place)
  }

  /// What a title says: the whole of it for one field; for several its number, its day and its words.
  private static func members(of title: String, _ fields: [Field]) -> [Value.Member]? {
    if fields.count == 1 { return [Value.Member(fields[0].name, .text(PersianText.stored(title)))] }
    var words = SheetSynonyms.plain(PersianText.stored(title)).split { $0.isWhitespace || $0 == "،" || $0 == "," }.map(String.init)
    var members: [Value.Member] = []
    for field in fields {
      let taken: (place: Int, text: String)?
      switch field.kind {
      case .day:
        taken = words.indices.first { words[$0].contains { "/-".contains($0) } && (try? JalaliDay(parsing: words[$0])) != nil }.map {
          ($0, words[$0])
        }
      case .int: taken = words.indices.first { TypedText.wholeNumber(words[$0]) != nil }.map { ($0, words[$0]) }
      default: continue
      }
      if let taken {
        words.remove(at: taken.place)
        members.append(Value.Member(field.name, .text(taken.text)))
      } else if !field.isOptional {
        return nil
      }
    }
    for field in fields {
      guard case .choice = field.kind else { continue }
      // Words such as «روز» stand before a number for people only: the longest end that is a choice counts.
      let ends = words.indices.map { words[$0...].joined(separator: " ") }
      guard let text = ends.first(where: { field.reads($0) }) else { return nil }
      members.append(Value.Member(field.name, .text(text)))
    }
    return members
  }

  /// Every call, in the order of rows, or of columns where a column is a call.
  ///
  /// - Throws: `Refusal` with every row and cell that cannot be read.
  func calls(_ sheet: Sheet) throws -> [Call] {
    try requireSound(sheet)
    switch matrix.cell {
    case .value(let name):
      return sheet.rows.flatMap { row in
        cases.compactMap { place, title, members in
          guard place < row.cells.count, !row.cells[place].isEmpty else { return nil }
          let own = [Value.Member(matrix.row, text(row, key)), Value.Member(name, text(row, place))]
          return Call(row: row.number, title: title, input: .object(given + own + members))
        }
      }
    case .listed(let name):
      let rows = Array(sheet.rows)
      return cases.compactMap { place, title, members in
        guard rows.contains(where: { place < $0.cells.count && !$0.cells[place].isEmpty }) else { return nil }
        let listed = rows.filter { place < $0.cells.count && truth(of: $0.cells[place]) == true }.map { text($0, key) }
        return Call(row: rows.first?.number ?? 0, title: title, input: .object(given + members + [Value.Member(name, .list(listed))]))
      }
    }
  }

  /// Each row as wide as the titles, with a thing of its own.
  private func requireSound(_ sheet: Sheet) throws {
    var faults: [FieldFault] = []
    var seen: [String: Int] = [:]
    func add(_ code: String, _ row: Int, _ fa: String, _ en: String) {
      faults.append(FieldFault("/csv", code, Texts("سطر \(row): \(fa)", "Row \(row): \(en)")))
    }
    for row in sheet.rows {
      if let misfit = sheet.misfit(row)?.faults.first { add(misfit.code, row.number, misfit.texts.fa, misfit.texts.en) }
      let name = key < row.cells.count ? SheetColumns.key(row.cells[key]) : ""
      if name.isEmpty {
        add("import.matrix-row", row.number, "نوشته نشده که دربارهٔ چیست.", "it does not say what it is about.")
      } else if let first = seen.updateValue(row.number, forKey: name) {
        add("import.matrix-row-twice", row.number, "همان سطر \(first) است.", "it is about the same as row \(first).")
      }
      if case .listed = matrix.cell {
        for (place, title, _) in cases where place < row.cells.count && truth(of: row.cells[place]) == nil {
          let (cell, title) = (row.cells[place].shownTitle, title.shownTitle)
          add(
            "import.matrix-cell", row.number, "در ستون «\(title)»، «\(cell)» نه حاضر است نه غایب.",
            "in column \"\(title)\", \"\(cell)\" is neither yes nor no.")
        }
      }
    }
    guard faults.isEmpty else { throw Refusal.input(Array(faults.prefix(20))) }
  }

  private func text(_ row: CSVRecords.Row, _ place: Int) -> Value {
    .text(place < row.cells.count ? CSVWriter.meant(by: row.cells[place]) : "")
  }

  private static let present: Set<String> = ["حاضر", "ح", "✓", "✔", "p", "present"]
  private static let absent: Set<String> = ["غایب", "غ", "✗", "✘", "-", "a", "absent", ""]

  private func truth(of text: String) -> Bool? {
    let cell = PersianText.trimmed(text)
    let folded = PersianText.searchKey(cell)
    if let truth = TypedText.truth(cell) { return truth }
    if SheetMatrix.present.contains(cell) || SheetMatrix.present.contains(folded) { return true }
    return SheetMatrix.absent.contains(cell) || SheetMatrix.absent.contains(folded) ? false : nil
  }
}

extension Field {
  /// Whether a typed text is one of its choices.
  fileprivate func reads(_ text: String) -> Bool {
    (try? Field.conform(.object([.init(name, .text(text))]), to: [self], mode: .typed)) != nil
  }
}

extension FieldFault {
  fileprivate static func noCase(_ title: String, _ fields: [Field]) -> FieldFault {
    let (fa, en) = (fields.map(\.shortLabel.fa).joined(separator: "، "), fields.map(\.shortLabel.en).joined(separator: ", "))
    return FieldFault(
      "/csv", "import.matrix-column",
      Texts("عنوان «\(title.shownTitle)» این‌ها را نمی‌گوید: \(fa)", "The title \"\(title.shownTitle)\" does not say these: \(en)"))
  }

  fileprivate static func caseTwice(_ title: String) -> FieldFault {
    FieldFault(
      "/csv", "import.column-twice",
      Texts(
        "ستون «\(title.shownTitle)» همان را می‌گوید که ستونی پیش از آن.",
        "The column \"\(title.shownTitle)\" says the same as one before it."))
  }

  fileprivate static func saidByMatrix(_ name: String) -> FieldFault {
    FieldFault(
      "/csv", "import.column-given",
      Texts("«\(name)» را خود برگه می‌گوید؛ آن را جداگانه ندهید.", "The sheet itself says \"\(name)\"; leave it out."))
  }
}
