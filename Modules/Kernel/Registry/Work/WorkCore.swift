import Jalali
import Ledger
import Persian
import Rules
import Secrets
import Store
import Values

/// The writing half of a unit of work: changes, verdicts and the reason, until they become ledger entries.
final class WorkCore {
  let reader: ReadCore
  private let configuration: ConfigurationCache
  private(set) var changes: [ObjectChange] = []
  private(set) var verdicts: [Verdict] = []
  var reason: String?
  /// Reads that this unit puts on record.
  var reads: [ReadNote] = []
  /// What is written even if the unit is refused, after its rollback.
  var residue: [(borrowing UnitOfWork) throws -> Void] = []
  /// What the same person changed earlier in the transaction, whose entries are not written yet.
  var touchedBefore: Set<String> = []

  init(_ reader: ReadCore, configuration: ConfigurationCache) {
    self.reader = reader
    self.configuration = configuration
  }

  private var connection: Connection { reader.connection }

  // MARK: Rows

  func insert<Row: Record>(_ given: Row) throws -> Row {
    let sheet = try reader.tables.sheet(of: Row.self)
    var row = given
    row.rev = 1
    row.id = ID(try connection.privileged(text: sheet.nextID).first()?.integer ?? 1)
    if var coded = row as? any CodedRecord, coded.code.isEmpty {
      coded.code = try SerialCodes.next(Row.Of.self, (row as? any ProvincialRecord)?.province, reader.day, connection)
      if let ready = coded as? Row { row = ready }
    }
    let written = try ColumnEncoder.encode(row, sheet.properties)
    let stored = try stored(written, row, sheet)
    try allow(row, sheet)
    try write(connection.privileged(text: sheet.insert).bind(stored))
    note(row, sheet, before: nil, after: written, stored: stored)
    return row
  }

  func update<Row: Record>(_ given: Row) throws -> Row {
    let sheet = try reader.tables.sheet(of: Row.self)
    guard let known = try reader.columns(sheet, given.id.raw), let before = try written(Row.self, known, given.id.raw, sheet),
      before[sheet.revPlace].integer == Int64(given.rev)
    else {
      throw Refusal.conflict(
        "conflict.changed",
        Texts("این ردیف در این میان تغییر کرده است؛ دوباره بخوانید.", "This row was changed meanwhile; read it again."))
    }
    var after = try ColumnEncoder.encode(given, sheet.properties)
    guard after != before else { return given }
    var row = given
    row.rev += 1
    after[sheet.revPlace] = row.rev.value
    // What did not change stays as it is stored: it is not sealed anew.
    let places = after.indices.filter { after[$0] != before[$0] }
    var stored = known
    for place in places { stored[place] = try self.stored(after[place], row, sheet, place) }
    try allow(row, sheet)
    let values = places.map { stored[$0] } + [row.id.value, .int(Int64(given.rev))]
    try write(connection.privileged(text: sheet.update(places)).bind(values))
    guard connection.changes == 1 else {
      throw Refusal.conflict("conflict.changed", Texts("ردیف تغییر کرده است.", "The row was changed meanwhile."))
    }
    note(row, sheet, before: before, after: after, stored: stored)
    return row
  }

  /// The row as its record writes it, before the change; nil when there is none in scope.
  private func written<Row: Record>(_ type: Row.Type, _ known: [Value], _ id: Int64, _ sheet: TableSheet) throws -> [Value]? {
    guard !sheet.isPlain else { return sheet.written(known) }
    return try reader.first(type, "id = ?", [.int(id)]).map { try ColumnEncoder.encode($0, sheet.properties) }
  }

  /// A row must lie within the actor's reach, and its module must be on in its province.
  private func allow<Row: Record>(_ row: Row, _ sheet: TableSheet) throws {
    if sheet.table.module == "configuration" { configuration.forget() }
    guard let province = (row as? any ProvincialRecord)?.province else { return }
    let county = (row as? any CountyRecord)?.county?.raw
    guard reader.scope.shows(province: province.code, county: county) else { throw Refusal.notFound(Row.Of.texts) }
    guard sheet.table.isAudited, sheet.table.isSwitchable, try !isOn(sheet.table.module, province) else { return }
    throw Refusal(
      .rule, "module.off",
      Texts(
        "ماژول \(sheet.table.module) در استان \(province.fa) روشن نیست.",
        "The module \(sheet.table.module) is not switched on in \(province.en)."))
  }

  private func write(_ statement: Statement) throws {
    do {
      try statement.run()
    } catch let fault as StoreFault where fault.kind == .constraint {
      guard fault.code == StoreFault.uniqueViolation || fault.code == StoreFault.primaryKeyViolation else {
        throw fault
      }
      throw Refusal.conflict("conflict.exists", Texts("چنین ردیفی از پیش هست.", "Such a row exists already."))
    }
  }

  private func stored<Row: Record>(_ written: [Value], _ row: Row, _ sheet: TableSheet) throws -> [Value] {
    guard !sheet.isPlain else { return written }
    return try written.indices.map { try stored(written[$0], row, sheet, $0) }
  }

  private func stored<Row: Record>(_ value: Value, _ row: Row, _ sheet: TableSheet, _ index: Int) throws -> Value {
    let column = sheet.columns[index]
    guard case .secret(let inner) = value else { return column.stored(value) }
    let place = VaultPlace(table: sheet.table.name, column: column.name, row: row.id.raw)
    let subject = (row as? any PersonalRecord)?.subject.raw
    return .bytes(
      try reader.vault.seal(JSONWriter.write(inner, showsSecrets: true), at: place, subject: subject, on: connection))
  }

  private func note<Row: Record>(_ row: Row, _ sheet: TableSheet, before: [Value]?, after: [Value], stored: [Value]) {
    guard sheet.table.isAudited else { return }
    let object = "\(Row.Of.object)/\(row.id.raw)"
    let place = changes.firstIndex { $0.object == object }
    let change = ObjectChange(
      object: object, sheet: sheet, province: (row as? any ProvincialRecord)?.province.shortCode,
      subject: (row as? any PersonalRecord)?.subject.raw, before: place.map { changes[$0].before } ?? before, after: after,
      revision: Int64(row.rev), stored: stored)
    if let place { changes[place] = change } else { changes.append(change) }
  }

  // MARK: Rules

  func inForce<Asked: Rule>(_ rule: Asked.Type, _ province: Province?) throws -> RuleInForce<Asked> {
    try configuration.inForce(rule, province, reader)
  }

  func judge<Asked: Rule>(
    _ rule: Asked.Type, _ facts: Asked.Facts, _ province: Province?
  ) throws -> (objections: [Asked.Objection], verdict: Verdict) {
    let inForce = try inForce(rule, province)
    let objections = rule.objections(to: facts, under: inForce.parameters, on: reader.day)
    let verdict = try Verdict(
      rule: rule.id, version: rule.version, province: province?.shortCode, day: reader.day, parameters: inForce,
      facts: facts, objections: objections.map { ($0.code, $0.texts) }, change: changes.count)
    verdicts.append(verdict)
    return (objections, verdict)
  }

  func require<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, _ province: Province?) throws {
    let (objections, verdict) = try judge(rule, facts, province)
    guard let first = objections.first else { return }
    throw Refusal(
      .rule, "rule.refused", first.texts,
      faults: objections.map { FieldFault("", $0.code, $0.texts) },
      rule: .record([
        "id": .text(rule.id), "version": .int(Int64(rule.version)), "statementFa": .text(rule.texts.fa),
        "statementEn": .text(rule.texts.en), "source": .text(rule.source.source), "citationFa": .text(rule.source.fa),
        "citationEn": .text(rule.source.en), "parameters": verdict.parameters.values,
      ]))
  }

  func isOn(_ module: String, _ province: Province) throws -> Bool {
    try configuration.isOn(module, province, reader)
  }

  func hasTouched(_ object: String) throws -> Bool {
    if touchedBefore.contains(object) { return true }
    return try connection.privileged("SELECT 1 FROM audit_ix WHERE obj=? AND actor=?")
      .bind([.text(object), .text(reader.actor.id)]).first() != nil
  }
}
