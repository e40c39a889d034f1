import Feature
import Values

/// The road of a thing over all modules: what it came from, and what came of it.
struct TraceCase: Query {
  var code: String

  static let spec = Spec(
    "cases.trace", "ردیابی راه یک چیز", "Trace the road of a thing", "/things/{code}/trace", permission: .oneself,
    fields: ["code": ("کد یا نام دفتری", "its code, or its name in the ledger")], examples: ["code": "GR-27-1405-0012"])

  func answer(in snapshot: borrowing Snapshot) throws -> TracedRoad {
    let reader = try CaseReader(snapshot)
    let start = try reader.row(named: code)
    var walk = RoadWalk(reader: reader, start: start)
    try walk.run()
    return TracedRoad(object: start.object, code: start.code, steps: walk.steps, isWhole: walk.isWhole)
  }
}

/// Walks the links of a row both ways, then takes in what is a part of what was found. The road of a part is that of its
/// whole; what stands on no road, such as a document, goes the road of what it is about.
struct RoadWalk {
  /// Rows on one road, and rows behind one link, at most.
  private static let most = 300
  private static let mostBehindLink = 50

  let reader: CaseReader
  let start: CaseRow
  private(set) var isWhole = true
  private var found: [(row: CaseRow, relation: TracedRoad.Relation)] = []
  private var known: Set<String> = []

  init(reader: CaseReader, start: CaseRow) {
    self.reader = reader
    self.start = start
  }

  mutating func run() throws {
    // What stands beside the road is traced to it by its own references.
    let stop = start.kind.road?.stop ?? RoadStop(0)
    add(start, .itself)
    let wholes = try wholes()
    for row in wholes { add(row, .before) }
    let origins = [start] + wholes.filter { $0.kind.road != nil }
    try follow(.before, from: origins) { try $0.parents(of: $1, byReference: false) }
    // What else came of a place did not come of what only lies in it.
    try follow(.after, from: origins.filter { $0.object == start.object || !isPlace($0) }) { walk, row in
      try walk.children(of: row, partsOnly: false) + (row.kind.road == nil ? [] : walk.wholes(of: row))
    }
    // A plan belongs to its group's road, and the ranking it rests on with it, whichever end was asked about.
    var place = 0
    while place < found.count {
      let row = found[place].row
      let isPart = found[place].relation == .beside
      place += 1
      for part in try children(of: row, partsOnly: true) { add(part, .beside) }
      guard isPart || found[place - 1].relation == .after else { continue }
      for parent in try parents(of: row, byReference: true) where isPart || parent.kind.road.map({ $0.stop > stop }) == true {
        addAside(parent)
      }
    }
  }

  /// What a part rests on is shown, and is not walked from any further.
  private mutating func addAside(_ row: CaseRow) {
    guard known.insert(row.object).inserted, fits() else { return }
    aside.append(row)
  }
  private var aside: [CaseRow] = []

  private mutating func fits() -> Bool {
    if found.count + aside.count < RoadWalk.most { return true }
    isWhole = false
    return false
  }

  @discardableResult
  private mutating func add(_ row: CaseRow, _ relation: TracedRoad.Relation) -> Bool {
    guard !known.contains(row.object), fits() else { return false }
    known.insert(row.object)
    found.append((row, relation))
    return true
  }

  private mutating func follow(
    _ relation: TracedRoad.Relation, from origins: [CaseRow], _ next: (inout RoadWalk, CaseRow) throws -> [CaseRow]
  ) throws {
    var waiting = origins
    while let row = waiting.popLast() {
      for other in try next(&self, row) where add(other, relation) { waiting.append(other) }
    }
  }

  /// Whose road the start goes: what it is a part of, and what that is a part of. From what stands on no road it leads over
  /// what it is about, an enrolment's document over the enrolment to the course, until it is on one.
  private mutating func wholes() throws -> [CaseRow] {
    var all: [CaseRow] = []
    var seen: Set<String> = [start.object]
    var waiting = [start]
    while let row = waiting.popLast() {
      for other in try wholes(of: row) where seen.insert(other.object).inserted {
        all.append(other)
        waiting.append(other)
      }
    }
    return all
  }

  private mutating func wholes(of row: CaseRow) throws -> [CaseRow] {
    let isOnRoad = row.kind.road != nil
    var all = isOnRoad ? [] : try row.things.compactMap(reader.row(of:))
    guard all.isEmpty else { return all }
    for link in row.kind.links where isOnRoad ? link.isPart : link.isReference {
      guard let number = row.values[link.pairs[0].own], !number.isNull, let kind = reader.index.kind(of: link.object),
        kind.layout.table.reach != .nation || !kind.layout.table.isShared
      else { continue }
      all += try rows(kind, [("id", number)])
    }
    return all
  }

  /// Whether nothing on the road comes before it.
  private func isPlace(_ row: CaseRow) -> Bool {
    !row.kind.links.contains { link in reader.index.kind(of: link.object)?.road != nil }
  }

  /// What a row rests on; a whole year's outcomes stand beside a measured year, so they are asked for on the way back only.
  private mutating func parents(of row: CaseRow, byReference: Bool) throws -> [CaseRow] {
    var all: [CaseRow] = []
    for link in row.kind.links where !byReference || link.isReference {
      guard let kind = reader.index.kind(of: link.object), kind.road != nil else { continue }
      let given = link.pairs.compactMap { pair -> (String, Value)? in
        guard let value = row.values[pair.own], !value.isNull else { return nil }
        return (pair.other, value.shifted(by: pair.shift))
      }
      // A link with an empty end leads nowhere.
      guard given.count == link.pairs.count else { continue }
      all += try rows(kind, given)
    }
    return all
  }

  /// What rests on a row.
  private mutating func children(of row: CaseRow, partsOnly: Bool) throws -> [CaseRow] {
    var all: [CaseRow] = []
    for kind in reader.index.kinds where kind.road != nil {
      for link in kind.links where link.object == row.kind.object && (!partsOnly || link.isPart) {
        let given = link.pairs.compactMap { pair -> (String, Value)? in
          guard let value = row.values[pair.other], !value.isNull else { return nil }
          return (pair.own, value.shifted(by: -pair.shift))
        }
        guard given.count == link.pairs.count else { continue }
        all += try rows(kind, given)
      }
    }
    return all
  }

  private mutating func rows(_ kind: CaseKind, _ given: [(String, Value)]) throws -> [CaseRow] {
    let rows = try reader.rows(kind, given.map { (property: $0.0, value: $0.1) }, limit: RoadWalk.mostBehindLink + 1)
    if rows.count > RoadWalk.mostBehindLink { isWhole = false }
    return Array(rows.prefix(RoadWalk.mostBehindLink))
  }

  /// In the order of the road, and within a station in that of the days.
  var steps: [TracedRoad.Step] {
    let all = found + aside.map { (row: $0, relation: TracedRoad.Relation.beside) }
    return all.map { (row: $0.row, step: step($0.row, $0.relation)) }.sorted { left, right in
      // What stands on no road is told first: it was asked about, or leads to the road.
      let stops = (left.row.kind.road?.stop.order ?? 0, right.row.kind.road?.stop.order ?? 0)
      let days = (left.step.day?.number ?? .max, right.step.day?.number ?? .max)
      return (stops.0, days.0, left.row.id) < (stops.1, days.1, right.row.id)
    }.map(\.step)
  }

  private func step(_ row: CaseRow, _ relation: TracedRoad.Relation) -> TracedRoad.Step {
    let milestones = row.milestones
    return TracedRoad.Step(
      relation: relation, object: row.object, code: row.code, name: row.name, kind: row.kind.label, state: row.state,
      day: milestones.first?.day,
      milestones: milestones.map { TracedRoad.Milestone(day: $0.day, fa: $0.texts.fa, en: $0.texts.en) })
  }
}

extension Value {
  /// A number so much later; everything else as it is.
  fileprivate func shifted(by more: Int) -> Value {
    if more != 0, case .int(let number) = self { .int(number + Int64(more)) } else { self }
  }
}
