import Jalali
import Ledger
import Persian
import Feature
import Secrets
import Store
import Values

/// A transaction on the writer's connection: changes, verdicts and the reason, until they become ledger entries.
final class StoreTransaction: TransactionEngine {
  private(set) var store: StoreSnapshot
  var reader: any SnapshotEngine { store }
  private let configuration: ConfigurationCache
  private(set) var changes: [ObjectChange] = []
  private(set) var verdicts: [Verdict] = []
  /// What stood in the way of the last row that could not be written.
  private(set) var clash: Clash?
  var reason: String?
  /// What its entries name as their request, where that is not the call's.
  var request: String?
  let isAnswerRead: Bool
  /// Reads that this unit puts on record.
  var reads: [ReadNote] = []
  /// What is written even if the unit is refused, after its rollback.
  private(set) var persistedOnRefusal: [(borrowing Transaction) throws -> Void] = []

  func persistOnRefusal(_ keep: @escaping (borrowing Transaction) throws -> Void) { persistedOnRefusal.append(keep) }

  /// What a refusal is about, where nothing was changed before it.
  private(set) var refused: (object: String, province: String?)?

  func nameOnRefusal(_ object: String, in province: Province?) { refused = (object, province?.shortCode) }
  func newSubject() throws -> Bytes { Bytes(try store.vault.newSubject(on: connection)) }
  /// What the same person changed earlier in the transaction, whose entries are not written yet.
  var touchedBefore: Set<String> = []

  /// - Parameter isAnswerRead: whether anybody is told what the action answers.
  init(_ store: StoreSnapshot, configuration: ConfigurationCache, isAnswerRead: Bool = true) {
    self.store = store
    self.configuration = configuration
    self.isAnswerRead = isAnswerRead
  }

  private var connection: Connection { store.connection }
  private var reach: ReachKeeper { ReachKeeper(map: store.tables.reach, connection: connection) }

  /// Sees and writes from now on no more than somebody may by another right than the action's own.
  func narrow(to scope: Scope) { store = store.seen(with: scope) }

  // MARK: Rows

  func insert<Row: Record>(_ given: Row) throws -> Row {
    let layout = try store.tables.layout(of: Row.self)
    if layout.hasState { try (given as? any StatefulRecord)?.requireBeginning() }
    var row = given
    row.rev = 1
    row.id = ID(try connection.privileged(text: layout.nextID).first()?.integer ?? 1)
    let province = (row as? any ProvincialRecord)?.province
    if layout.isCoded, var coded = row as? any CodedRecord, coded.code.isEmpty {
      coded.code = try SerialCodes.next(Row.Of.self, province, year: coded.yearOfCode ?? store.day.year, connection)
      if let ready = coded as? Row { row = ready }
    }
    let written = try ColumnEncoder.encode(row, layout.properties)
    let stored = try stored(written, row, layout)
    try allow(layout, province, county: (row as? any CountyRecord)?.countyRow)
    try write(connection.privileged(text: layout.insert).bind(stored), stored, layout)
    try reach.inserted(layout.entity.object, row.id.raw)
    if layout.assignments != nil { store.references.forget() }
    note(
      row.id.raw, revision: 1, layout, province, subject: layout.subject(in: stored), before: nil, after: written, stored: stored)
    return row
  }

  func update<Row: Record>(_ given: Row) throws -> Row {
    let layout = try store.tables.layout(of: Row.self)
    guard let known = try store.columns(layout, given.id.raw), let before = try written(Row.self, known, given.id.raw, layout),
      before[layout.revPlace].integer == Int64(given.rev)
    else {
      throw Refusal.conflict(
        "conflict.changed",
        Texts("این ردیف در این میان تغییر کرده است؛ دوباره بخوانید.", "This row was changed meanwhile; read it again."))
    }
    var after = try ColumnEncoder.encode(given, layout.properties)
    guard after != before else {
      noteRead(given, before, layout)
      return given
    }
    var row = given
    row.rev += 1
    after[layout.revPlace] = row.rev.value
    // What did not change stays as it is stored: it is not sealed anew.
    let places = after.indices.filter { after[$0] != before[$0] }
    var stored = known
    let subject = (row as? any PersonalRecord)?.subject.raw
    for (place, value) in zip(places, try self.stored(after, row.id.raw, subject, layout, places)) { stored[place] = value }
    let province = (row as? any ProvincialRecord)?.province
    try allow(layout, province, county: (row as? any CountyRecord)?.countyRow)
    let values = places.map { stored[$0] } + [row.id.value, .int(Int64(given.rev))]
    let isMoved = reach.minds(layout.entity.object, places)
    let shown = isMoved ? try reach.shown(by: layout.entity.object, row.id.raw) : []
    try write(connection.privileged(text: layout.update(places)).bind(values), stored, layout)
    guard connection.changes == 1 else {
      throw Refusal.conflict("conflict.changed", Texts("ردیف تغییر کرده است.", "The row was changed meanwhile."))
    }
    if isMoved { try reach.changed(layout.entity.object, row.id.raw, former: shown) }
    // Who sees less from now on is not told from memory either.
    if isMoved || layout.assignments != nil { store.references.forget() }
    store.references.forget(store.tables.kinds(namedFrom: layout.table.name))
    note(
      row.id.raw, revision: Int64(row.rev), layout, province, subject: layout.subject(in: stored), before: before, after: after,
      stored: stored, isFirst: false)
    return row
  }

  /// Whoever is answered with what a row seals has read it, also where nothing was changed.
  private func noteRead<Row: Record>(_ row: Row, _ written: [Value], _ layout: RecordLayout) {
    guard isAnswerRead, layout.table.isAudited, written.contains(where: { if case .secret = $0 { true } else { false } }) else { return }
    let object = "\(layout.entity.object)/\(row.id.raw)"
    guard !reads.contains(where: { $0.object == object }) else { return }
    reads.append(
      ReadNote(
        object: object, province: (row as? any ProvincialRecord)?.province.shortCode,
        subject: (row as? any PersonalRecord)?.subject.raw, detail: []))
  }

  /// The row as its record writes it, before the change; nil when there is none in scope.
  private func written<Row: Record>(_ type: Row.Type, _ known: [Value], _ id: Int64, _ layout: RecordLayout) throws -> [Value]? {
    guard !layout.isPlain else { return layout.written(known) }
    return try store.first(type, "id = ?", [.int(id)]).map { try ColumnEncoder.encode($0, layout.properties) }
  }

  /// A row must lie within the principal's reach, and its module must be on in its province.
  private func allow(_ layout: RecordLayout, _ province: Province?, county: Int64?) throws {
    if layout.decidesWhatIsInForce { configuration.forget() }
    guard let province else { return }
    guard store.scope.shows(province: province.code, county: county) else { throw Refusal.notFound(layout.entity) }
    guard layout.table.isAudited, layout.table.isSwitchable, try !isOn(layout.table.module, in: province) else { return }
    throw Refusal.off(layout.table.module, in: province)
  }

  private func write(_ statement: Statement, _ stored: [Value], _ layout: RecordLayout) throws {
    do {
      try statement.run()
    } catch let fault as StoreFault where fault.kind == .constraint {
      guard fault.code == StoreFault.uniqueViolation || fault.code == StoreFault.primaryKeyViolation else {
        throw fault
      }
      clash = try store.clash(fault, stored, layout)
      throw Refusal.conflict("conflict.exists", Texts("چنین ردیفی از پیش هست.", "Such a row exists already."))
    }
  }

  private func stored<Row: Record>(_ written: [Value], _ row: Row, _ layout: RecordLayout) throws -> [Value] {
    guard !layout.isPlain else { return written }
    let subject = (row as? any PersonalRecord)?.subject.raw
    return try stored(written, row.id.raw, subject, layout, Array(written.indices))
  }

  /// What some columns hold; one look-up of the person's key and one draw serve all secrets among them.
  private func stored(
    _ written: [Value], _ row: Int64, _ subject: [UInt8]?, _ layout: RecordLayout, _ places: [Int]
  ) throws -> [Value] {
    let secrets = places.count { if case .secret = written[$0] { true } else { false } }
    guard secrets > 0 else { return places.map { layout.columns[$0].stored(written[$0]) } }
    let seal = try store.vault.seal(of: subject, on: connection)
    var draw = RandomDraw(count: secrets * SubjectSeal.nonceLength)
    var stored: [Value] = []
    stored.reserveCapacity(places.count)
    for index in places {
      let column = layout.columns[index]
      if case .secret(let inner) = written[index] {
        let place = VaultPlace(table: layout.table.name, column: column.name, row: row)
        stored.append(.bytes(seal.seal(JSONWriter.write(inner, showsSecrets: true), at: place, drawing: &draw)))
      } else {
        stored.append(column.stored(written[index]))
      }
    }
    return stored
  }

  /// - Parameter isFirst: whether the transaction cannot have touched the row before.
  private func note(
    _ row: Int64, revision: Int64, _ layout: RecordLayout, _ province: Province?, subject: [UInt8]?, before: [Value]?, after: [Value],
    stored: [Value]?, isFirst: Bool = true
  ) {
    guard layout.table.isAudited else { return }
    let object = "\(layout.entity.object)/\(row)"
    let place = isFirst ? nil : changes.firstIndex { $0.object == object }
    let change = ObjectChange(
      object: object, row: row, layout: layout, province: province?.shortCode, subject: subject,
      before: place.map { changes[$0].before } ?? before, after: after, revision: revision, stored: stored)
    if let place { changes[place] = change } else { changes.append(change) }
  }

  // MARK: Taking back

  /// Takes a row out of its table; its number is never given again, and what it held is kept sealed.
  ///
  /// - Throws: `Refusal.notFound` for a row out of reach; `Refusal` when its module is off in its province.
  func remove(_ layout: RecordLayout, _ row: Int64) throws {
    let known = try taken(layout, row)
    let subject = layout.subject(in: known)
    var columns = JSONBuffer(capacity: 512)
    try layout.putCanonical(known, into: &columns)
    let place = VaultPlace(table: "registry_removed", column: "columns", row: row)
    let box = try store.vault.seal(columns.array, at: place, subject: subject, on: connection)
    try connection.privileged("INSERT INTO registry_removed(object,row,columns) VALUES(?,?,?)")
      .bind([.text(layout.entity.object), .int(row), .bytes(box)]).run()
    let shown = try reach.shown(by: layout.entity.object, row)
    try connection.privileged(text: layout.delete).bind([.int(row)]).run()
    try reach.changed(layout.entity.object, row, former: shown)
    store.references.forget()
    let province = layout.province(in: known)
    note(
      row, revision: (known[layout.revPlace].integer ?? 0) + 1, layout, province, subject: subject, before: nil, after: [], stored: nil)
  }

  /// Gives columns of a row the values back that they had; a change like any other.
  ///
  /// - Parameters:
  ///   - former: what the row's record wrote before, by place.
  ///   - present: what it writes now.
  /// - Throws: `Refusal.notFound` for a row out of reach; `Refusal` when its module is off in its province, or another row
  ///   holds by now what was this one's.
  func restore(_ layout: RecordLayout, _ row: Int64, _ former: [Int: Value], present: [Int: Value]) throws {
    var stored = try taken(layout, row)
    let subject = layout.subject(in: stored)
    let revision = stored[layout.revPlace].integer ?? 0
    var (before, after) = (stored.map { _ in Value.null }, stored.map { _ in Value.null })
    stored[layout.revPlace] = .int(revision + 1)
    let restored = former.keys.sorted()
    for place in restored { (before[place], after[place]) = (present[place] ?? .null, former[place] ?? .null) }
    for (place, value) in zip(restored, try self.stored(after, row, subject, layout, restored)) { stored[place] = value }
    let places = restored + [layout.revPlace]
    let values = places.map { stored[$0] } + [.int(row), .int(revision)]
    let isMoved = reach.minds(layout.entity.object, places)
    let shown = isMoved ? try reach.shown(by: layout.entity.object, row) : []
    try write(connection.privileged(text: layout.update(places)).bind(values), stored, layout)
    if isMoved { try reach.changed(layout.entity.object, row, former: shown) }
    store.references.forget()
    note(row, revision: revision + 1, layout, layout.province(in: stored), subject: subject, before: before, after: after, stored: stored)
  }

  /// The columns of a row that may be written.
  private func taken(_ layout: RecordLayout, _ row: Int64) throws -> [Value] {
    guard let known = try store.columns(layout, row) else { throw Refusal.notFound(layout.entity) }
    try allow(layout, layout.province(in: known), county: layout.county(in: known))
    return known
  }

  // MARK: Rules

  func inForce<Asked: Rule>(_ rule: Asked.Type, _ province: Province?) throws -> RuleInForce<Asked> {
    try configuration.inForce(rule, province, store)
  }

  func judge<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws -> [Asked.Objection] {
    try verdict(rule, facts, province).objections
  }

  func parameters<Asked: Rule>(of rule: Asked.Type, in province: Province?) throws -> Asked.Parameters {
    try inForce(rule, province).parameters
  }

  private func verdict<Asked: Rule>(
    _ rule: Asked.Type, _ facts: Asked.Facts, _ province: Province?
  ) throws -> (objections: [Asked.Objection], verdict: Verdict) {
    let inForce = try inForce(rule, province)
    let objections = rule.objections(to: facts, under: inForce.parameters, on: store.day)
    let verdict = try Verdict(
      rule: rule.id, version: rule.version, province: province?.shortCode, day: store.day, parameters: inForce,
      facts: facts, objections: objections.map { ($0.code, $0.texts) }, change: changes.count)
    verdicts.append(verdict)
    return (objections, verdict)
  }

  func require<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws {
    let (objections, verdict) = try verdict(rule, facts, province)
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

  func isOn(_ module: String, in province: Province) throws -> Bool {
    try configuration.isOn(module, province, store)
  }

  func hasTouched(_ object: String) throws -> Bool {
    try touchedBefore.contains(object) || store.hasTouched(object)
  }
}
