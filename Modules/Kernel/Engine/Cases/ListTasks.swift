import Feature
import Jalali

import Persian
import Store
import Values

/// What waits for the asker: things in a state that leads on by an action they may take. Nothing is personal, so what waited
/// for a colleague who left is seen by everybody with the right.
struct ListTasks: Query {
  var module: String?
  var step: String?
  var limit: Int?

  /// Tasks that are shown at most.
  static let mostItems = 500
  static let usualItems = 50

  static let spec = Spec(
    "cases.tasks", "کارهای در انتظار من", "What waits for me", "/tasks", permission: .oneself,
    fields: [
      "module": ("تنها کارهای این بخش", "only tasks of this module"),
      "step": ("تنها آنچه در انتظار این فرمان است: بخش.فرمان", "only what waits for this action: module.verb"),
      "limit": ("حداکثر چند کار، تا ۵۰۰", "how many at most, up to 500"),
    ],
    examples: ["module": "groups", "step": "groups.start-plan"])

  func answer(in snapshot: borrowing Snapshot) throws -> TaskList {
    if let limit, !(1...ListTasks.mostItems).contains(limit) {
      throw Refusal.input(
        "/limit", "limit.range", Texts("باید از ۱ تا ۵۰۰ باشد.", "Must be from 1 to 500."))
    }
    let reader = try CaseReader(snapshot)
    if let module, !reader.index.isModule(module) {
      throw Refusal.input(
        "/module", "module.unknown", Texts("بخشی به نام «\(module)» نیست.", "There is no module \"\(module)\"."))
    }
    if let step, reader.index.action(step) == nil {
      throw Refusal.input(
        "/step", "action.unknown",
        Texts("فرمانی به نام «\(step)» نیست؛ بخش.فرمان بنویسید.", "There is no action \"\(step)\"; write module.verb."))
    }
    var search = TaskSearch(reader)
    var list = try search.run(module: module, step: step, limit: limit ?? ListTasks.usualItems)
    let alerts = try alerts(for: reader, snapshot.contract(NightTexts.self))
    list.alerts = alerts.isEmpty ? nil : alerts
    var superior = UnattendedTasks(reader)
    let unattended = try superior?.run(module: module, step: step, limit: limit ?? ListTasks.usualItems) ?? []
    list.unattended = unattended.isEmpty ? nil : unattended
    return list
  }

  /// Whoever looks after the whole house is told what to do; whoever decides, that what they decided on does not go on.
  private func alerts(for reader: CaseReader, _ nights: NightTexts) throws -> [Texts] {
    if reader.index.isOperator(reader.principal) { return try NightStatus(reader.store, nights, showsRows: false).alerts }
    guard reader.index.isDecider(reader.principal) else { return [] }
    return try NightStatus(reader.store, nights, showsRows: false).notices
  }
}

/// One statement for each kind of record that has tasks, and one for its entries.
struct TaskSearch {
  /// Rows of a kind that are looked at, the oldest first.
  private static let mostRows = 2_000

  private struct Found {
    let row: CaseRow
    let ways: [CaseKind.Way]
    var entry: Int64
    var lastDay: JalaliDay?

    /// A time limit, then a decision that waits for other hands, then work.
    var urgency: TaskList.Urgency { lastDay != nil ? .dated : ways.first?.isApproval == true ? .decision : .waiting }
    var action: String { ways.first?.action ?? "" }
    var rank: (Int, Int, Int64) { (urgency.order, lastDay?.number ?? .max, entry) }
  }

  let reader: CaseReader
  private let configuration: ConfigurationCache
  private var isWhole = true

  init(_ reader: CaseReader) {
    self.reader = reader
    configuration = ConfigurationCache(try? reader.store.contracts.provider(of: (any ConfigurationSource).self))
  }

  /// - Parameter step: an action; only what waits for it is told.
  mutating func run(module: String?, step: String?, limit: Int) throws -> TaskList {
    var found: [Found] = []
    for kind in reader.index.kinds where module == nil || kind.module.id == module { found += try tasks(of: kind) }
    if let step { found.removeAll { task in !task.ways.contains { $0.action == step } } }
    try putLastDays(into: &found)
    found.sort { left, right in
      left.rank != right.rank ? left.rank < right.rank : left.row.object < right.row.object
    }
    return TaskList(
      items: try found.prefix(limit).map { try task($0) }, total: found.count, isWhole: isWhole, counts: try counts(of: found))
  }

  /// In the order in which the first of each comes.
  private func counts(of found: [Found]) throws -> [TaskList.Count] {
    var counts: [TaskList.Count] = []
    var places: [String: Int] = [:]
    for task in found {
      let key = "\(task.urgency.rawValue) \(task.row.kind.object) \(task.action)"
      if let place = places[key] {
        counts[place].count += 1
      } else {
        places[key] = counts.count
        counts.append(
          TaskList.Count(
            urgency: task.urgency, kind: task.row.kind.label, action: reader.label(of: task.action), count: 1,
            first: task.row.code ?? task.row.object, since: try reader.store.dayOfState(of: task.row.object), lastDay: task.lastDay))
      }
    }
    return counts
  }

  private mutating func tasks(of kind: CaseKind) throws -> [Found] {
    // What follows from another row waits there.
    guard kind.derivedState == nil else { return [] }
    var open: [(way: CaseKind.Way, scope: Scope)] = []
    for way in kind.ways where way.isAwaited {
      guard let command = way.action.flatMap({ reader.index.action($0) }),
        let scope = reader.principal.scope(for: command.spec.permission)?.scope
      else { continue }
      open.append((way, scope))
    }
    guard !open.isEmpty, let eyes = reader.eyes(for: kind) else { return [] }
    let rows = try rows(kind, Set(open.flatMap(\.way.from)), eyes)
    let objects = rows.map(\.object)
    let last = try lastEntries(of: objects)
    let hands = CaseHands(reader: reader)
    var mine: [(row: CaseRow, ways: [(way: CaseKind.Way, apart: [String])])] = []
    for row in rows where try isOn(kind, row) {
      let ways = try open.filter { way, scope in
        way.from.contains(row.stateCode ?? "") && row.awaits(way) && scope.shows(province: row.province?.code, county: row.county)
          && row.isFor(reader.principal, way)
      }.map { ($0.way, try hands.apart($0.way, of: row, $0.scope)) }
      if !ways.isEmpty { mine.append((row, ways)) }
    }
    let touched = try hands.touched(among: mine.flatMap { $0.ways.flatMap(\.apart) })
    return mine.compactMap { row, ways in
      let free = ways.filter { touched.isDisjoint(with: $0.apart) }.map(\.way)
      return free.isEmpty ? nil : Found(row: row, ways: free, entry: last[row.object] ?? 0)
    }
  }

  /// Nothing can be done where the module is off.
  private func isOn(_ kind: CaseKind, _ row: CaseRow) throws -> Bool {
    guard kind.isSwitchable, let province = row.province else { return true }
    return try configuration.isOn(kind.module.id, province, reader.store)
  }

  /// The statement by which rows of a kind in some states are found; with a province its values come second.
  static func sql(_ kind: CaseKind, states: Int, hasProvince: Bool) -> String {
    "SELECT \(kind.selected) FROM \(kind.layout.table.name) t"
      + " WHERE state IN (\(Array(repeating: "?", count: states).joined(separator: ",")))\(hasProvince ? " AND province = ?" : "") ORDER BY id LIMIT ?"
  }

  private mutating func rows(_ kind: CaseKind, _ states: Set<String>, _ eyes: StoreSnapshot) throws -> [CaseRow] {
    let rows = try TaskSearch.rows(kind, states, eyes)
    if rows.count > TaskSearch.mostRows { isWhole = false }
    return Array(rows.prefix(TaskSearch.mostRows))
  }

  /// One more than are looked at, where there are more.
  static func rows(_ kind: CaseKind, _ states: Set<String>, _ eyes: StoreSnapshot) throws -> [CaseRow] {
    let province = kind.hasColumn("province") ? eyes.scope.province : nil
    let values: [Value] =
      states.sorted().map { .text($0) } + (province.map { [.text($0)] } ?? [])
      + [.int(Int64(TaskSearch.mostRows) + 1)]
    return try eyes.rows(text: TaskSearch.sql(kind, states: states.count, hasProvince: province != nil), values)
      .map { try CaseRow(kind, $0) }
  }

  private func list(_ objects: [String]) -> Value { .text(JSONWriter.text(.list(objects.map { .text($0) }))) }

  private func lastEntries(of objects: [String]) throws -> [String: Int64] {
    let rows = try reader.store.connection.privileged(
      """
      SELECT j.value, (SELECT max(i.entry) FROM audit_ix i WHERE i.obj = j.value AND i.actor IS NOT NULL) FROM json_each(?) j
      """
    ).bind([list(objects)]).all()
    var last: [String: Int64] = [:]
    for row in rows { if let object = row[0].string, let entry = row[1].integer { last[object] = entry } }
    return last
  }

  private func putLastDays(into found: inout [Found]) throws {
    guard !found.isEmpty, let desk = try? reader.store.contracts.provider(of: (any RunningDeadlines).self) else { return }
    // The desk's limits are as visible as the things they run on.
    let days = try desk.lastDays(in: Snapshot(reader.widestEyes))
    for place in found.indices { found[place].lastDay = days[found[place].row.object] }
  }

  private func steps(_ found: Found) -> CaseSteps { CaseSteps(reader: reader, row: found.row) }

  private func task(_ found: Found) throws -> TaskList.Task {
    let (row, kind) = (found.row, found.row.kind)
    // An action that may end in several states is one step to whoever takes it.
    var known: Set<String> = []
    let actions = found.ways.compactMap(\.action).filter { known.insert($0).inserted }
    return TaskList.Task(
      module: CaseLabel(kind.module.id, Texts(kind.module.fa, kind.module.en)), object: row.object, code: row.code, name: row.name,
      kind: kind.label, province: row.province, state: row.state ?? CaseLabel("", Texts("", "")),
      urgency: found.urgency, actions: actions.map(reader.label),
      about: try steps(found).about(actions.first),
      against: try found.ways.first.map { try steps(found).against($0) } ?? [],
      since: try reader.store.dayOfState(of: row.object),
      lastDay: found.lastDay)
  }
}
