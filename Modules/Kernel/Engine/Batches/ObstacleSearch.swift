import Feature
import Ledger
import Persian
import Store
import Values

/// Looks for what keeps an imported sheet from being taken back: what was changed since, what names a row that would go,
/// what says more of the same two things (an office of a member in a group), and what was decided since on a thing that such
/// a row belongs to (a group that was approved with its members).
struct ObstacleSearch {
  let record: BatchRecord
  let store: StoreSnapshot
  let index: CaseIndex
  /// The rows that would go, by kind.
  let made: [String: Set<Int64>]

  private var connection: Connection { store.connection }

  func run(_ traces: [BatchTrace], _ against: inout Obstacles) throws {
    for trace in traces where !against.isFull {
      let layout = try store.tables.known(trace.kind)
      if layout.decidesWhatIsInForce || layout.lendsAuthority { try add(authority: trace, &against) }
      try requireUnchanged(trace, &against)
    }
    for (kind, rows) in made.sorted(by: { $0.key < $1.key }) where !against.isFull {
      try requireUnnamed(kind, rows, &against)
      try requireUnpaired(kind, rows, &against)
      try requireUnmatched(kind, rows, &against)
    }
    // What was changed was there before: only what came since may rest on the change.
    let changed = Dictionary(grouping: traces.filter { !$0.isMade }, by: \.kind).mapValues { Set($0.map(\.row)) }
    for (kind, rows) in changed.sorted(by: { $0.key < $1.key }) where !against.isFull {
      try requireUnnamed(kind, rows, since: record.firstEntry, &against)
    }
    try requireUndecided(traces, &against)
  }

  /// Numbers of rules, switches and posts: what was decided and done meanwhile was so under them.
  private func add(authority trace: BatchTrace, _ against: inout Obstacles) throws {
    let name = try name(trace.object)
    against.add(
      "import.in-force",
      Texts(
        "\(name.fa) از هنگام ورود به کار بوده است؛ با فرمان خودش پایان می‌یابد یا عوض می‌شود.",
        "\(name.en) has been in force since; it is ended or replaced by an action of its own."))
  }

  private func requireUnchanged(_ trace: BatchTrace, _ against: inout Obstacles) throws {
    let layout = try store.tables.known(trace.kind)
    let found = try connection.privileged(text: "SELECT rev FROM main.\(layout.table.name) WHERE id=?").bind([.int(trace.row)]).first()
    guard found?.integer != trace.revision, let later = try laterEntry(trace) else { return }
    let act = try AuditShow.entry(later, on: connection)
    let done = index.act(act?["act"]?.string ?? "")
    let day = String((act?["at_jalali"]?.string ?? "").prefix(10))
    let name = try name(trace.object)
    against.add(
      "import.changed-since",
      Texts(
        "\(name.fa) پس از آن تغییر کرده است («\(done.fa)»، \(PersianText.persianDigits(day))).",
        "\(name.en) was changed afterwards (\(done.en.quoted), \(day))."))
  }

  /// The first entry about a row behind the sheet's, besides those of sheets that were taken back since.
  private func laterEntry(_ trace: BatchTrace) throws -> Int64? {
    try connection.privileged(
      """
      SELECT i.entry FROM main.audit_ix i JOIN main.audit_entry e ON e.id = i.entry
      WHERE i.obj=? AND i.entry>? AND i.actor IS NOT NULL
        AND json_extract(CAST(e.leaf AS TEXT),'$.state') IS NOT NULL
        AND json_extract(CAST(e.leaf AS TEXT),'$.req') NOT IN (SELECT 'batch-' || batch FROM registry_batch_undo)
      ORDER BY i.entry LIMIT 1
      """
    ).bind([.text(trace.object), .int(trace.lastEntry)]).first()?.integer
  }

  /// Rows of other things that name one of those which would go.
  ///
  /// - Parameter entry: where only rows that came behind this entry count.
  private func requireUnnamed(
    _ kind: String, _ rows: Set<Int64>, since entry: Int64? = nil, _ against: inout Obstacles
  ) throws {
    for other in store.tables.all {
      for column in other.columns {
        // Rows that no entry speaks of go with the row whose number they bear.
        guard let naming = column.naming(kind), other.table.isAudited || naming != .number, !against.isFull else { continue }
        let given = Value.list(rows.sorted().map { naming == .ledgerName ? .text("\(kind)/\($0)") : .int($0) })
        let source: String
        let condition: String
        switch naming {
        case .number, .ledgerName: (source, condition) = ("t.\(column.name)", "t.\(column.name) IN (SELECT value FROM json_each(?))")
        case .listed(let member):
          source = "j.atom"
          condition = (member.map { "j.key = '\($0)' AND " } ?? "") + "j.atom IN (SELECT value FROM json_each(?))"
        }
        let tree = source == "j.atom" ? ", json_tree(t.\(column.name)) j" : ""
        let found = try connection.privileged(
          text: """
            SELECT t.id, \(source) FROM main.\(other.table.name) t\(tree)
            WHERE \(condition) AND t.id NOT IN (SELECT value FROM json_each(?))\(entry == nil ? "" : came(other)) ORDER BY t.id
            LIMIT \(Obstacles.mostTold + 1)
            """
        ).bind([.text(JSONWriter.text(given)), left(of: other)] + (entry.map { [.int($0)] } ?? [])).all()
        for row in found {
          let named = row[1].integer.map { "\(kind)/\($0)" } ?? row[1].string ?? kind
          try add(other, row[0], named, &against)
        }
      }
    }
  }

  /// Rows that came later and say more of the same: of two things which a row names that would go, or of its year.
  private func requireUnpaired(_ kind: String, _ rows: Set<Int64>, _ against: inout Obstacles) throws {
    let layout = try store.tables.known(kind)
    for other in store.tables.all where other.table.isAudited {
      guard let tie = tie(of: other, to: layout) else { continue }
      try requireNone(of: other, tiedTo: layout, rows, by: tie, &against)
    }
  }

  /// What ties rows of one kind to another's; nil where nothing does.
  private func tie(of other: RecordLayout, to layout: RecordLayout) -> String? {
    let isOwn = other.entity.object == layout.entity.object
    // A figure of a year, and what was counted for the same province in that year or a later one.
    if !isOwn, [layout, other].allSatisfy({ $0.names.contains("year") && $0.names.contains("province") }) {
      return "t.province IS r.province AND t.year >= r.year"
    }
    // Of its own kind, what came later into the same queue: a seat that is free again is somebody's.
    guard !isOwn || layout.hasState else { return nil }
    let shared = layout.columns.compactMap { own -> String? in
      guard let named = own.named, own.name != "county", !isOwn || own.stateful(in: store.tables) != nil,
        let same = other.columns.first(where: { $0.named == named })
      else { return nil }
      return "t.\(same.name) = r.\(own.name)"
    }
    // A column may be empty: any two that are equal tie two kinds, any one the rows of a queue.
    let ties = isOwn ? shared : shared.indices.flatMap { one in shared[..<one].map { "(\($0) AND \(shared[one]))" } }
    return ties.isEmpty ? nil : "(\(ties.joined(separator: " OR ")))"
  }

  /// Rows of other things that a declared match, which no column holds, ties to one of those which would go: a group to the
  /// gathering of its place and day.
  private func requireUnmatched(_ kind: String, _ rows: Set<Int64>, _ against: inout Obstacles) throws {
    let layout = try store.tables.known(kind)
    for other in index.kinds {
      for link in other.links where link.object == kind && !link.isReference {
        let pairs = link.pairs.map { "t.\(snakeCase($0.own)) = r.\(snakeCase($0.other))" + ($0.shift == 0 ? "" : " + \($0.shift)") }
        try requireNone(of: other.layout, tiedTo: layout, rows, by: pairs.joined(separator: " AND "), &against)
      }
    }
  }

  private func requireNone(
    of other: RecordLayout, tiedTo layout: RecordLayout, _ rows: Set<Int64>, by tie: String, _ against: inout Obstacles
  ) throws {
    guard !against.isFull else { return }
    let found = try connection.privileged(
      text: """
        SELECT t.id, r.id FROM main.\(layout.table.name) r JOIN main.\(other.table.name) t ON \(tie)
        WHERE r.id IN (SELECT value FROM json_each(?)) AND t.id NOT IN (SELECT value FROM json_each(?))\(came(other))
        ORDER BY t.id LIMIT \(Obstacles.mostTold + 1)
        """
    ).bind([.text(JSONWriter.text(.list(rows.sorted().map { .int($0) }))), left(of: other), .int(record.firstEntry ?? 0)]).all()
    for row in found { try add(other, row[0], "\(layout.entity.object)/\(row[1].integer ?? 0)", &against) }
  }

  /// That a row came behind an entry, which is the statement's last argument.
  private func came(_ layout: RecordLayout) -> String {
    " AND (SELECT min(entry) FROM main.audit_ix WHERE obj = '\(layout.entity.object)/' || t.id) > ?"
  }

  /// Rows that would go too.
  private func left(of layout: RecordLayout) -> Value {
    .text(JSONWriter.text(.list((made[layout.entity.object] ?? []).sorted().map { .int($0) })))
  }

  private func add(_ other: RecordLayout, _ row: Value, _ named: String, _ against: inout Obstacles) throws {
    let (whole, name) = (try name("\(other.entity.object)/\(row.integer ?? 0)"), try name(named))
    against.add("import.rests", Texts("\(whole.fa) به \(name.fa) استناد دارد.", "\(whole.en) rests on \(name.en)."))
  }

  /// What was decided since, on things that a row belongs to which would go: a group that was approved with its members.
  private func requireUndecided(
    _ traces: [BatchTrace], _ against: inout Obstacles
  ) throws {
    var asked: Set<String> = []
    for trace in traces where trace.isMade && !against.isFull {
      let layout = try store.tables.known(trace.kind)
      let wholes = layout.columns.indices.compactMap { place in layout.columns[place].stateful(in: store.tables).map { (place, $0) } }
      guard !wholes.isEmpty, let known = try store.columns(layout, trace.row) else { continue }
      for (place, kind) in wholes {
        guard let row = known[place].integer, made[kind]?.contains(row) != true, asked.insert("\(kind)/\(row)").inserted else { continue }
        try requireUndecided("\(kind)/\(row)", since: trace.lastEntry, &against)
      }
    }
  }

  private func requireUndecided(_ object: String, since entry: Int64, _ against: inout Obstacles) throws {
    let decisions = try connection.privileged(
      """
      SELECT json_extract(CAST(e.leaf AS TEXT),'$.act'), json_extract(CAST(e.leaf AS TEXT),'$.at')
      FROM main.audit_ix i JOIN main.audit_entry e ON e.id = i.entry
      WHERE i.obj=? AND i.entry>? AND i.actor IS NOT NULL AND json_extract(CAST(e.leaf AS TEXT),'$.after.state') IS NOT NULL
        AND json_extract(CAST(e.leaf AS TEXT),'$.req')<>?
      ORDER BY i.entry LIMIT 1
      """
    ).bind([.text(object), .int(entry), .text(record.request)]).all()
    guard let decision = decisions.first else { return }
    let done = index.act(decision[0].string ?? "")
    let day = String((AuditShow.time(decision[1].string ?? "") ?? "").prefix(10))
    let name = try name(object)
    against.add(
      "import.decided-since",
      Texts(
        "دربارهٔ \(name.fa) پس از آن تصمیم گرفته شده است («\(done.fa)»، \(PersianText.persianDigits(day))).",
        "\(name.en) was decided upon afterwards (\(done.en.quoted), \(day))."))
  }

  /// What a row is called, as far as whoever asks sees it.
  func name(_ object: String) throws -> Texts {
    let kind = store.tables.layout(of: String(object.prefix { $0 != "/" }))?.entity.texts ?? Texts("ردیف", "row")
    guard let found = try store.name(of: ThingName.anyKind, code: object) else {
      return Texts("\(kind.fa)‌ای که دیده نمی‌شود", "A \(kind.en) out of your reach")
    }
    let name = found.name.map { " «\($0)»" } ?? ""
    return Texts("\(kind.fa) \(found.code)\(name)", "\(kind.en) \(found.code)\(name)")
  }

}

/// What stands in the way, as much as is told.
struct Obstacles {
  static let mostTold = 20
  private(set) var list: [FieldFault] = []

  var isFull: Bool { list.count > Obstacles.mostTold }

  mutating func add(_ code: String, _ texts: Texts) {
    guard !isFull else { return }
    let isLast = list.count == Obstacles.mostTold
    list.append(isLast ? FieldFault("", "import.more", Texts("و موارد دیگر.", "And others.")) : FieldFault("", code, texts))
  }
}

extension RecordLayout.Column {
  /// How a column may name a row of another kind.
  enum Naming: Equatable {
    case number, ledgerName
    /// In a list, or as this member of its items.
    case listed(String?)
  }

  /// How it may name rows of that kind; nil where it cannot.
  func naming(_ object: String) -> Naming? {
    guard name != "id", guarding == .open else { return nil }
    return switch kind {
    case .reference(let named, _) where named == object: .number
    case .code(ThingName.anyKind): .ledgerName
    case .list(let item): item.naming(object)
    case .object: Field.naming(object, in: kind)
    default: nil
    }
  }

  /// The kind that it names by number.
  var named: String? {
    if case .reference(let object, _) = kind, name != "id", guarding == .open { object } else { nil }
  }

  /// The kind with a state that it names by number.
  fileprivate func stateful(in tables: Tables) -> String? {
    named.flatMap { tables.layout(of: $0)?.hasState == true ? $0 : nil }
  }
}

extension Field {
  /// How an item of a list names rows of that kind.
  fileprivate func naming(_ object: String) -> RecordLayout.Column.Naming? {
    if case .reference(let named, _) = kind { return named == object ? .listed(nil) : nil }
    return Field.naming(object, in: kind)
  }

  /// The member of an object, however deep in it, that names rows of that kind.
  fileprivate static func naming(_ object: String, in kind: FieldKind) -> RecordLayout.Column.Naming? {
    switch kind {
    case .list(let item): item.naming(object)
    case .object(let members):
      members.lazy.compactMap { member -> RecordLayout.Column.Naming? in
        if case .reference(let named, _) = member.kind { return named == object ? .listed(member.name) : nil }
        return naming(object, in: member.kind)
      }.first
    default: nil
    }
  }
}

extension Tables {
  /// - Throws: `CallFault.lost` for a kind that no installed module keeps.
  func known(_ object: String) throws -> RecordLayout {
    guard let layout = layout(of: object) else { throw CallFault.lost }
    return layout
  }
}
