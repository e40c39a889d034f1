import Feature
import Persian
import Values

/// Which field each column of a sheet is: by the field's name, by what people call it in either language or describe it as,
/// or by another word for its kind, however it is written; else as its sender says.
struct SheetColumns: Sendable {
  /// Faults that are told one by one.
  private static let mostFaults = 20

  let fields: [(place: Int, field: Field)]
  /// Columns of a sheet of our own that no input takes, such as `id` and `state`.
  let passedOver: [String]
  /// Columns that are what their sender said of them before, `TITLE=FIELD`.
  let remembered: [String]
  private let given: [Value.Member]
  /// Whether it is one of ours, and what it refers to.
  let own: OwnSheet

  /// - Throws: `Refusal` with every title that no field has, each with the nearest ones, and every field that has two columns.
  init(_ columns: [Sheet.Column], of command: Command, _ options: SheetOptions) throws {
    let known = SheetColumns.names(of: command.fields)
    let ignored = Set(options.ignored.map(SheetColumns.key))
    var mapped: [String: Field] = [:]
    var faults: [FieldFault] = []
    for (title, name) in options.mapped {
      let key = SheetColumns.key(title)
      let meant = known[SheetColumns.key(name)] ?? []
      if meant.count == 1 { mapped[key] = meant[0] } else { faults.append(.unknown(name, near: SheetColumns.near(name, command.fields))) }
      if !columns.contains(where: { SheetColumns.key($0.title) == key }) { faults.append(.absent(title)) }
    }
    for title in options.ignored where !columns.contains(where: { SheetColumns.key($0.title) == SheetColumns.key(title) }) {
      faults.append(.absent(title))
    }
    let given = SheetColumns.given(options, known, command, &faults)
    let own = OwnSheet(columns, of: command)
    var passedOver: [String] = []
    var remembered: [String] = []
    var found: [(place: Int, field: Field)] = []
    var titles: [String: String] = [:]
    for column in columns where !column.isOwn {
      let key = SheetColumns.key(column.title)
      if ignored.contains(key) { continue }
      if mapped[key] == nil, own.passesOver(column.title) {
        passedOver.append(column.title)
        continue
      }
      var meant = mapped[key].map { [$0] } ?? own.field(column.title).map { [$0] } ?? known[key] ?? []
      if meant.count != 1, let name = options.remembered[key], let field = command.fields.first(where: { $0.name == name }) {
        meant = [field]
        remembered.append("\(column.title)=\(name)")
      }
      // What is given for every row takes the place of a column of ours.
      if own.isOurs, meant.count == 1, given.contains(where: { $0.name == meant[0].name }) {
        passedOver.append(column.title)
        continue
      }
      guard meant.count == 1 else {
        faults.append(
          meant.isEmpty
            ? .unknown(column.title, near: SheetColumns.near(column.title, command.fields))
            : .ambiguous(column.title, meant.map(\.name)))
        continue
      }
      if given.contains(where: { $0.name == meant[0].name }) { faults.append(.given(column.title, meant[0])) }
      if let other = titles.updateValue(column.title, forKey: meant[0].name) { faults.append(.twice(other, column.title, meant[0])) }
      found.append((column.place, meant[0]))
    }
    guard faults.isEmpty else {
      if faults.count > SheetColumns.mostFaults {
        let all = faults.count
        faults =
          faults.prefix(SheetColumns.mostFaults) + [
            FieldFault("/csv", "import.columns", Texts("و ایرادهای دیگر: روی هم \(all).", "And others: \(all) in all."))
          ]
      }
      var refusal = Refusal.input(faults)
      refusal.next = [SheetColumns.advice]
      throw refusal
    }
    fields = found
    (self.passedOver, self.remembered, self.given, self.own) = (passedOver, remembered, given, own)
  }

  /// What was said of its columns, under the fields' names.
  static func mapped(_ options: SheetOptions, of command: Command) -> [(title: String, field: String)] {
    let known = names(of: command.fields)
    return options.mapped.compactMap { title, name in known[key(name)]?.first.map { (title, $0.name) } }
  }

  /// What is the same in every row, under the names of the fields that were meant.
  static func given(
    _ options: SheetOptions, _ known: [String: [Field]], _ command: Command, _ faults: inout [FieldFault]
  ) -> [Value.Member] {
    var named: Set<String> = []
    return options.given.compactMap { name, value in
      let meant = known[key(name)] ?? []
      guard meant.count == 1 else {
        faults.append(.unknown(name, near: near(name, command.fields)))
        return nil
      }
      if !named.insert(meant[0].name).inserted { faults.append(.given(name, meant[0])) }
      return Value.Member(meant[0].name, .text(value))
    }
  }

  /// - Throws: `Refusal` with every field that each row needs, that no column is and that is not given for all rows.
  func requireAll(of command: Command) throws {
    let named = Set(fields.map(\.field.name) + given.map(\.name))
    let missing = command.fields.filter { !$0.isOptional && !named.contains($0.name) }
    guard missing.isEmpty else {
      var refusal = Refusal.input(missing.map(FieldFault.missing))
      refusal.next = [SheetColumns.adviceOnMissing]
      throw refusal
    }
  }

  /// The input of one row, as typed; empty cells are left out.
  func input(of cells: [String]) -> Value {
    .object(
      given
        + fields.compactMap { place, field in
          guard place < cells.count, !cells[place].isEmpty else { return nil }
          return Value.Member(field.name, .text(CSVWriter.meant(by: cells[place])))
        })
  }

  /// What stands in a field of a row, for a report that is kept and that others may read: nothing of a person, and of those
  /// whose number people are called by not the number.
  func shown(_ row: CSVRecords.Row, _ field: String) -> String? {
    guard let (place, field) = fields.first(where: { $0.field.name == field }), place < row.cells.count else { return nil }
    let cell = row.cells[place]
    guard field.guarding == .open, !cell.isEmpty else { return nil }
    if case .reference = field.kind, cell.count(where: \.isNumber) > 7, !cell.contains(where: \.isLetter) { return nil }
    return cell.shownTitle
  }

  /// National IDs of a row with the zeros that a spreadsheet lost, to be taken over by whoever knows that they are right.
  func offers(for cells: [String], in language: Language) -> String {
    let whole = fields.compactMap { place, field -> String? in
      guard case .nationalID = field.kind, place < cells.count else { return nil }
      return NationalID.suggestion(for: cells[place])?.text
    }
    guard !whole.isEmpty else { return "" }
    return (language == .fa ? " شاید: " : " Perhaps: ") + whole.joined(separator: language == .fa ? "، " : ", ")
  }

  private static let advice = NextStep(
    Texts(
      "ستونی را که لازم نیست با --ignore «عنوان» کنار بگذارید، یا با --map «عنوان=فیلد» بگویید کدام فیلد است.",
      "Leave a column out with --ignore TITLE, or say which field it is with --map TITLE=FIELD."))

  private static let adviceOnMissing = NextStep(
    Texts(
      "ستون‌هایی با این عنوان‌ها بیفزایید؛ اگر با عنوان دیگری هست، با --map «عنوان=فیلد» بگویید کدام است، و آنچه برای همهٔ سطرها یکی است با --set «فیلد=مقدار». همهٔ عنوان‌ها را hamyar import --template می‌نویسد.",
      "Add columns with these titles; where one is there under another title, say so with --map TITLE=FIELD, and what is the same for all rows with --set FIELD=VALUE. All titles are printed by hamyar import --template."
    ))

  /// Titles are the same however they are spaced, cased and punctuated.
  static func key(_ title: String) -> String { PersianText.nameKey(title).filter { $0.isLetter || $0.isNumber } }

  static func names(of fields: [Field]) -> [String: [Field]] {
    var known: [String: [Field]] = [:]
    func add(_ name: String, _ field: Field) {
      let key = key(name)
      guard !key.isEmpty, known[key]?.contains(where: { $0.name == field.name }) != true else { return }
      known[key, default: []].append(field)
    }
    // A word of a kind counts where no field is called so; a description up to its first mark is what people copy.
    for field in fields { for name in called(field) { add(name, field) } }
    let taken = Set(known.keys)
    for field in fields { for name in SheetSynonyms.words(for: field) where !taken.contains(key(name)) { add(name, field) } }
    return known
  }

  private static func called(_ field: Field) -> [String] {
    let described = [field.texts.fa, field.texts.en]
    return [field.name, field.label.fa, field.label.en] + described + described.map(short)
  }

  /// A description up to its first mark.
  private static func short(_ text: String) -> String {
    String(text.unicodeScalars.prefix { !"؛;:(،".unicodeScalars.contains($0) })
  }

  private static func near(_ title: String, _ fields: [Field]) -> [String] {
    let names = Dictionary(fields.flatMap { field in called(field).map { (key($0), field) } }) { first, _ in first }
    let close = Nearest.names(to: key(title), among: names.keys.filter { !$0.isEmpty }.sorted())
    var told: Set<String> = []
    return close.compactMap { names[$0] }.filter { told.insert($0.name).inserted }.map { "\($0.shortLabel.fa) (\($0.name))" }
  }
}

extension Field {
  /// What a column of it is called.
  var shortLabel: Texts { label.fa.isEmpty ? (texts.fa.isEmpty ? Texts(name, name) : texts) : label }
}

extension FieldFault {
  fileprivate static func unknown(_ title: String, near: [String]) -> FieldFault {
    let title = title.shownTitle
    let (fa, en) = near.isEmpty ? ("", "") : (" نزدیک‌ترین: \(near.joined(separator: "، "))", " Nearest: \(near.joined(separator: ", ")).")
    return FieldFault(
      "/csv", "import.column", Texts("ستون «\(title)» شناخته نیست.\(fa)", "The column \"\(title)\" is not known.\(en)"))
  }

  fileprivate static func ambiguous(_ title: String, _ names: [String]) -> FieldFault {
    let (all, title) = (names.joined(separator: ", "), title.shownTitle)
    return FieldFault(
      "/csv", "import.column-ambiguous",
      Texts("ستون «\(title)» می‌تواند هر یک از این فیلدها باشد: \(all)", "The column \"\(title)\" may be any of these fields: \(all)"))
  }

  fileprivate static func twice(_ first: String, _ second: String, _ field: Field) -> FieldFault {
    let (first, second) = (first.shownTitle, second.shownTitle)
    return FieldFault(
      "/csv", "import.column-twice",
      Texts(
        "«\(field.shortLabel.fa)» دو ستون دارد: «\(first)» و «\(second)»؛ یکی را بردارید.",
        "\"\(field.shortLabel.en)\" has two columns, \"\(first)\" and \"\(second)\"; remove one of them."))
  }

  fileprivate static func given(_ title: String, _ field: Field) -> FieldFault {
    let title = title.shownTitle
    return FieldFault(
      "/csv", "import.column-given",
      Texts(
        "«\(field.shortLabel.fa)» برای همهٔ سطرها گفته شده و «\(title)» هم آن را می‌گوید؛ یکی را بردارید.",
        "\"\(field.shortLabel.en)\" is given for all rows, and \"\(title)\" says it too; leave one of them out."))
  }

  fileprivate static func missing(_ field: Field) -> FieldFault {
    FieldFault(
      "/csv", "import.column-missing",
      Texts(
        "برگه برای «\(field.shortLabel.fa)» (\(field.name)) ستونی ندارد.",
        "The sheet has no column for \"\(field.shortLabel.en)\" (\(field.name))."))
  }

  fileprivate static func absent(_ title: String) -> FieldFault {
    let title = title.shownTitle
    return FieldFault("/csv", "import.column-absent", Texts("برگه ستونی به نام «\(title)» ندارد.", "The sheet has no column \"\(title)\"."))
  }
}

extension String {
  /// Somebody else's title, as it may stand in a message: of a length that can be read, and without what a terminal obeys.
  var shownTitle: String {
    let letters = PersianText.stored(self).unicodeScalars.filter { $0.properties.generalCategory != .control }
    let shown = String(String.UnicodeScalarView(letters.prefix(60)))
    return letters.count > 60 ? shown + "…" : shown
  }
}
