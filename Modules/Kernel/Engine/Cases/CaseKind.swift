import Feature
import Jalali
import Persian
import Values

/// One kind of record as `show`, `trace` and `tasks` see it: read off its declaration once.
struct CaseKind: Sendable {
  /// One line of its life, with the types forgotten.
  struct Way: Sendable {
    let move: ChoiceText
    let from: Set<String>
    let to: [String]
    /// nil where the night or another module takes the step.
    let action: String?
    let isAwaited: Bool
    /// With whose value it is awaited no more.
    let until: String?
    /// With the posts that take it on this very row; nil where everybody with the right does.
    let takers: String?
    /// Whoever has touched the thing may not take it.
    let isApproval: Bool
    /// Nor whoever has touched one of these; nil where only the thing itself counts.
    let separation: Separation?
  }

  /// Which rows of a whole must have passed through other hands.
  struct Separation: Sendable {
    /// The whole's kind: the row's own, or one that it refers to.
    let whole: String
    let rule: String
    let code: String
    /// By the whole's number, as the ledger calls them.
    let parts: @Sendable (Int64, borrowing Snapshot) throws -> [String]
  }

  /// A way to other rows: those whose properties have these values.
  struct Link: Sendable {
    let object: String
    let pairs: [(own: String, other: String, shift: Int)]
    let isPart: Bool
    /// Whether one column names the other row.
    var isReference: Bool { pairs.count == 1 && pairs[0].other == "id" }
  }

  let layout: RecordLayout
  let module: ModuleEntry
  let isSwitchable: Bool
  /// What may be told of a row without opening anything: columns that are not guarded.
  let columns: [RecordLayout.Column]
  /// All fields with their words, in order.
  let fields: [Field]
  /// Who sees rows of this kind: the holders of any of these, or of all of them.
  let permissions: [Permission]
  let needsAllPermissions: Bool
  let ways: [Way]
  let road: RoadPlace?
  let links: [Link]
  /// What may stand in `state`.
  let states: [ChoiceText]
  /// The state of a row in SQL over its columns, where no column holds it.
  let derivedState: String?

  var object: String { layout.entity.object }
  var texts: Texts { layout.entity.texts }
  var label: CaseLabel { CaseLabel(object, texts) }

  /// What a statement reads of a row, in the order in which `CaseRow` takes it.
  var selected: String { (columns.map(\.name) + [derivedState].compactMap(\.self)).joined(separator: ",") }

  func hasColumn(_ property: String) -> Bool { columns.contains { $0.property == property } }

  /// In which region somebody sees rows of this kind; nil for nowhere. Rows of the nation are seen by the nation's posts,
  /// those that are shared by all.
  func scope(for principal: Principal) -> Scope? {
    let held = permissions.map { principal.scope(for: $0)?.scope }
    let scopes = held.compactMap(\.self).sorted { $0.width < $1.width }
    guard let found = needsAllPermissions ? (scopes.count == held.count ? scopes.first : nil) : scopes.last else { return nil }
    return layout.table.reach == .nation && found != .nation && !layout.table.isShared ? nil : found
  }

  /// A state as people call it.
  func state(_ code: String) -> CaseLabel {
    CaseLabel(code, states.first { $0.value == code }?.texts ?? Texts(code, code))
  }

  /// The property that holds what others call the row's code, such as the Statistical Centre's.
  var codeProperty: String? {
    layout.naming.code.flatMap { code in columns.first { $0.name == "\(code)" }?.property }
  }

  /// The property by which people know a row, where it has an open one. What a face calls a thing is decided here alone.
  var namingProperty: String? { ["name", "title"].first { hasColumn($0) } }
}

/// A row of a kind, as far as it is open.
struct CaseRow {
  let kind: CaseKind
  /// By property.
  let values: [String: Value]

  init(_ kind: CaseKind, _ stored: [Value]) throws {
    self.kind = kind
    var values: [String: Value] = [:]
    for (column, raw) in zip(kind.columns, stored) { values[column.property] = try column.shown(raw) }
    if kind.derivedState != nil { values["state"] = stored.last }
    self.values = values
  }

  var id: Int64 { values["id"]?.integer ?? 0 }
  var object: String { "\(kind.object)/\(id)" }
  /// As the row holds it, else the letters of its kind and its number.
  var code: String? {
    (values["code"] ?? kind.codeProperty.flatMap { values[$0] })?.string ?? kind.layout.entity.prefix.map { "\($0)-\(id)" }
  }
  var name: String? { kind.namingProperty.flatMap { values[$0]?.string } }
  var province: Province? { values["province"]?.string.flatMap { Province(code: $0) } }
  var county: Int64? { values["county"]?.integer }
  var stateCode: String? { kind.ways.isEmpty ? nil : values["state"]?.string }
  var state: CaseLabel? { stateCode.map(kind.state) }
  /// The rows of any kind that it names as the ledger does.
  var things: [ObjectName] {
    kind.fields.compactMap { field in
      if case .code(ThingName.anyKind) = field.kind { values[field.name]?.string.flatMap { ObjectName($0) } } else { nil }
    }
  }

  /// Whether the row waits for a step: the machine says so, and nothing in the row says that it was taken.
  func awaits(_ way: CaseKind.Way) -> Bool { way.isAwaited && way.until.map { values[$0]?.isNull ?? true } ?? true }

  /// The posts that take a step on this very row; nil where everybody with the right does.
  func takers(of way: CaseKind.Way) -> Set<String>? {
    way.takers.map { Set(values[$0]?.items.compactMap(\.string) ?? []) }
  }

  /// Whether somebody with the right to a step is one of those who take it on this very row.
  func isFor(_ principal: Principal, _ way: CaseKind.Way) -> Bool {
    guard let takers = takers(of: way) else { return true }
    return principal.grants.contains { takers.contains($0.role) && $0.scope.shows(province: province?.code, county: county) }
  }

  /// The days by which people remember it, in time.
  var milestones: [(day: JalaliDay, texts: Texts)] {
    (kind.road?.milestones ?? []).compactMap { milestone in
      if case .day(let day)? = values[milestone.property] { (day, milestone.texts) } else { nil }
    }
  }
}

extension RecordLayout.Column {
  /// A stored value as it is told.
  func shown(_ raw: Value) throws -> Value { form.isPlain ? form.written(raw) : try loaded(raw) }
}
