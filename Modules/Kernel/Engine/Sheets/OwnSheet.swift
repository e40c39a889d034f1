import Feature
import Persian
import Values

/// A sheet that the product exported, coming back to it: its titles are the names of a record's properties, with code and
/// name behind each number that refers to another row.
///
/// Numbers are those of the store it came from, so a row is found by its code where the sheet has one; what no input takes
/// is passed over, and told.
struct OwnSheet {
  let isOurs: Bool
  private let passed: Set<String>
  private let codes: [String: Field]
  /// Where code and name of a row that is referred to stand.
  private let named: [(object: String, code: Int, name: Int)]

  init(_ columns: [Sheet.Column], of command: Command) {
    let titles = Set(columns.map(\.title))
    isOurs = titles.contains("id")
    guard isOurs else { (passed, codes, named) = ([], [:], []); return }
    var codes: [String: Field] = [:]
    var passed: Set<String> = []
    let inputs = Set(command.fields.map(\.name))
    for field in command.fields + command.answer where field.isReference {
      let (code, name) = (field.name + "Code", field.name + "Name")
      passed.insert(name)
      guard inputs.contains(field.name), titles.contains(code) else {
        passed.insert(code)
        continue
      }
      passed.insert(field.name)
      if codes[code] == nil { codes[code] = command.fields.first { $0.name == field.name } }
    }
    self.codes = codes
    named = codes.compactMap { code, field in
      guard case .reference(let object, _) = field.kind, let place = columns.first(where: { $0.title == code })?.place,
        let name = columns.first(where: { $0.title == field.name + "Name" })?.place
      else { return nil }
      return (object, place, name)
    }
    // Of what an action made, everything stands in its answer; the input takes a part of it.
    self.passed = passed.union(command.answer.map(\.name).filter { !inputs.contains($0) }).subtracting(codes.keys)
  }

  func passesOver(_ title: String) -> Bool { passed.contains(title) }

  /// Codes are those of the store that the sheet came from: where one stands for something else here, its row is refused.
  ///
  /// - Returns: by the rows' numbers.
  /// - Throws: `StoreFault` when the store cannot be read.
  func strangers(in sheet: Sheet, _ command: Command, _ runtime: Runtime, _ context: CallContext) throws -> [Int: Refusal] {
    guard !named.isEmpty, let scope = context.principal.scope(for: command.spec.permission)?.scope else { return [:] }
    let store = runtime.core(try runtime.openReader(), context.principal, scope, runtime.clock.day)
    var found: [Int: Refusal] = [:]
    for row in sheet.rows where found.count <= BatchUnit.mostRefused { found[row.number] = try stranger(in: row, store) }
    return found
  }

  private func stranger(in row: CSVRecords.Row, _ store: StoreSnapshot) throws -> Refusal? {
    for (object, codePlace, namePlace) in named {
      guard max(codePlace, namePlace) < row.cells.count, !row.cells[codePlace].isEmpty, !row.cells[namePlace].isEmpty else { continue }
      let (code, name) = (row.cells[codePlace], CSVWriter.meant(by: row.cells[namePlace]))
      let found = try store.name(of: object, code: code) ?? store.row(of: object, named: code).flatMap { try store.name(of: object, $0) }
      guard let known = found?.name, PersianText.nameKey(known) != PersianText.nameKey(name) else { continue }
      let (shownCode, shownName) = (code.shownTitle, name.shownTitle)
      return Refusal.sheet(
        "import.other-thing", "\(shownCode) اینجا «\(known)» است و در برگه «\(shownName)».",
        "\(shownCode) is \"\(known)\" here, and \"\(shownName)\" in the sheet.")
    }
    return nil
  }

  /// The input whose row a column holds by its code.
  func field(_ title: String) -> Field? { codes[title] }
}

extension Field {
  fileprivate var isReference: Bool {
    switch kind {
    case .reference: name != "id"
    case .code(ThingName.anyKind): true
    default: false
    }
  }
}
