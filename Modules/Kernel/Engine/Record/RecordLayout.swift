public import Feature
import Jalali
public import Values

/// What can be read off a record type once: columns, guards, SQL.
public final class RecordLayout: Sendable {
  /// One property and its column.
  public struct Column: Sendable {
    /// As the struct declares it.
    public let property: String
    /// As the table has it, in snake case.
    public let name: String
    /// How the store and the ledger treat it.
    public let guarding: FieldGuard
    let kind: FieldKind
    let form: Form
  }

  public let table: Table
  public let entity: any Entity.Type
  /// What its rows are called.
  let naming: Naming
  /// Whether the row holds its code itself.
  let isCoded: Bool
  /// SQL for the code of one row, as an expression over its columns.
  let code: String
  /// SQL that reads code and name of rows.
  let called: String
  /// SQL that reads their codes only, for whoever may not see the name.
  let coded: String
  /// What stands before the number in a code that says no more than the number; nil where the row holds its code.
  let numbered: String?
  /// Whether a row of it has a state.
  let hasState: Bool
  /// Whether its rows say what is in force for rules and modules.
  let decidesWhatIsInForce: Bool
  /// Whether its rows say who may do what.
  let lendsAuthority: Bool
  /// Whether a row is about one person.
  let isAboutPerson: Bool
  /// What is assigned to a member of the staff on a day; nil where rows assign nothing.
  let assignments: String?
  public let columns: [Column]
  let insert: String
  let delete: String
  let select: String
  let nextID: String
  /// Column names in the order of the columns.
  let names: [String]
  /// Property names in the same order.
  let properties: [String]
  let idPlace: Int
  let revPlace: Int
  let subjectPlace: Int?
  private let provincePlace: Int?
  private let countyPlace: Int?
  /// Places of the columns in the order of their names.
  private let byName: [Int]
  /// Whether stored columns give back the very values that the record writes, without making the record.
  let isPlain: Bool

  init<Row: Record>(_ type: Row.Type, of module: Module) throws {
    decidesWhatIsInForce = module.hooks.decidesWhatIsInForce
    lendsAuthority = module.hooks.lendsAuthority
    hasState = type is any StatefulRecord.Type
    isAboutPerson = type is any PersonalRecord.Type
    assignments = (type as? any AssignmentRecord.Type)?.assignments
    table = Row.table
    entity = Row.Of.self
    columns = try Schema.fields(of: type).map {
      Column(property: $0.name, name: snakeCase($0.name), guarding: $0.guarding, kind: $0.kind, form: Column.Form($0.kind))
    }
    let names = columns.map(\.name)
    self.names = names
    naming = Row.naming
    isCoded = names.contains("code")
    let prefix = Row.Of.prefix.map { $0 + "-" } ?? ""
    let own = isCoded ? "code" : Row.naming.code.map { "coalesce(\($0), '\(prefix)' || id)" }
    numbered = own == nil ? prefix : nil
    code = own ?? "'\(prefix)' || id"
    called = "SELECT \(code), \(Row.naming.name.map { "\($0)" } ?? "NULL") FROM \(table.name)"
    coded = "SELECT \(code), NULL FROM \(table.name)"
    properties = columns.map(\.property)
    idPlace = names.firstIndex(of: "id") ?? 0
    revPlace = names.firstIndex(of: "rev") ?? 1
    subjectPlace = names.firstIndex(of: "subject")
    provincePlace = table.reach == .nation ? nil : names.firstIndex(of: "province")
    countyPlace = table.reach == .county ? names.firstIndex(of: "county") : nil
    byName = names.indices.sorted { names[$0] < names[$1] }
    isPlain = columns.allSatisfy { $0.guarding == .open && $0.form.isPlain }
    let marks = names.map { _ in "?" }.joined(separator: ",")
    insert = "INSERT INTO main.\(table.name)(\(names.joined(separator: ","))) VALUES(\(marks))"
    // The number of a row that is no more is never given again: the ledger knows it by that number.
    nextID = """
      SELECT max(coalesce((SELECT max(id) FROM main.\(table.name)),0),
        coalesce((SELECT max(row) FROM registry_removed WHERE object='\(Row.Of.object)'),0))+1
      """
    delete = "DELETE FROM main.\(table.name) WHERE id=?"
    select = "SELECT \(names.joined(separator: ",")) FROM \(table.name)"
  }

  /// Changes the columns in these places only: SQLite then leaves the indexes of the others alone.
  func update(_ places: [Int]) -> String {
    "UPDATE main.\(table.name) SET \(places.map { "\(names[$0])=?" }.joined(separator: ",")) WHERE id=? AND rev=?"
  }

  /// Writes the row as the ledger describes it: stored columns under their names, in canonical order.
  func putCanonical(_ stored: [Value], into buffer: inout JSONBuffer) throws {
    var lead = UInt8(ascii: "{")
    for place in byName {
      buffer.put(lead)
      buffer.put(names[place])
      buffer.put(UInt8(ascii: ":"))
      try CanonicalJSON.put(stored[place].plain, into: &buffer)
      lead = UInt8(ascii: ",")
    }
    buffer.put(UInt8(ascii: "}"))
  }

  /// Whom a row is about.
  func subject(in stored: [Value]) -> [UInt8]? {
    guard let subjectPlace, case .bytes(let raw) = stored[subjectPlace] else { return nil }
    return raw
  }

  /// Where a row belongs; nil for the nation.
  func province(in stored: [Value]) -> Province? {
    guard let provincePlace else { return nil }
    return stored[provincePlace].string.flatMap { Province(code: $0) }
  }

  /// The county's row; nil for what belongs to its province as a whole.
  func county(in stored: [Value]) -> Int64? { countyPlace.flatMap { stored[$0].integer } }

  /// What the record would write, from its stored columns; for plain layouts only.
  func written(_ stored: [Value]) -> [Value] { zip(columns, stored).map { $0.form.written($1) } }
}

extension Value {
  /// The stored form as SQLite gives it back: days and truth values are numbers.
  var plain: Value {
    switch self {
    case .day(let day): .int(Int64(day.number))
    case .bool(let flag): .int(flag ? 1 : 0)
    case .personal(let inner): inner.plain
    default: self
    }
  }
}

/// All record types of the installed modules.
public struct Tables: Sendable {
  /// How rows come to be seen below the province.
  let reach: ReachMap
  private let layouts: [ObjectIdentifier: RecordLayout]
  private let byObject: [String: RecordLayout]
  /// The kinds of things whose names are read from a table, by the table's name.
  private let renamed: [String: [String]]
  public let all: [RecordLayout]

  init(_ modules: [Module]) throws {
    var layouts: [ObjectIdentifier: RecordLayout] = [:]
    var all: [RecordLayout] = []
    for module in modules {
      for type in module.records {
        let layout = try Tables.layout(type, module)
        layouts[ObjectIdentifier(type)] = layout
        all.append(layout)
      }
    }
    self.layouts = layouts
    self.all = all
    reach = ReachMap(all)
    byObject = Dictionary(all.map { ($0.entity.object, $0) }) { first, _ in first }
    // Most are called by a column of their own; some by one of another table.
    let derived = all.filter { $0.naming.name.map { "\($0)".hasPrefix("(") } ?? false }
    // That no two share a table is the registry's to say, with a fault; it must not end the program here.
    renamed = Dictionary(
      all.map { changed in
        let others = derived.filter { $0.called.contains(changed.table.name) }.map { $0.entity.object }
        return (changed.table.name, [changed.entity.object] + others)
      }
    ) { first, _ in first }
  }

  /// The table of a kind of thing, by its name in the ledger.
  func layout(of object: String) -> RecordLayout? { byObject[object] }

  /// The kinds of things that may be called otherwise when a row of this table changes.
  func kinds(namedFrom table: String) -> [String] { renamed[table] ?? [] }

  private static func layout<Row: Record>(_ type: Row.Type, _ module: Module) throws -> RecordLayout {
    try RecordLayout(type, of: module)
  }

  func layout<Row: Record>(of type: Row.Type) throws -> RecordLayout {
    guard let layout = layouts[ObjectIdentifier(type)] else {
      throw RegistryFault(
        Texts("جدول \(Row.table.name) در هیچ ماژولی نیامده است.", "The table \(Row.table.name) is listed by no module."))
    }
    return layout
  }
}
