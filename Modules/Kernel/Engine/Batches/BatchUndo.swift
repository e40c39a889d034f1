import Feature
import Jalali
import Ledger
import Persian
import Store
import Values

/// Takes an imported sheet back: rows that it made go, rows that it changed become what they were; all of it or nothing.
///
/// Nothing of it is possible where something rests on it (`ObstacleSearch`), where the sheet decided upon something that
/// was there before, or where the ledger does not hold what was there.
struct BatchUndo {
  let record: BatchRecord
  let core: StoreTransaction
  let index: CaseIndex

  private var store: StoreSnapshot { core.store }
  private var connection: Connection { store.connection }

  /// - Returns: how many rows went, and how many became what they were.
  /// - Throws: `Refusal` with what stands against it.
  func perform() throws -> (removed: Int, restored: Int) {
    let traces = try BatchTrace.all(of: record, on: connection)
    let made = Dictionary(grouping: traces.filter(\.isMade), by: \.kind).mapValues { Set($0.map(\.row)) }
    let search = ObstacleSearch(record: record, store: store, index: index, made: made)
    var against = Obstacles()
    let changes = try traces.map { trace in
      let layout = try store.tables.known(trace.kind)
      return (trace, layout, trace.isMade ? [] : try formerValues(trace, layout, search, &against))
    }
    try search.run(traces, &against)
    guard against.list.isEmpty else { throw refusal(against) }
    // The last first: what refers to another row was written after it.
    for (trace, layout, former) in changes.reversed() {
      if trace.isMade {
        try removePerishable(trace, layout)
        try core.remove(layout, trace.row)
      } else if !former.isEmpty {
        try core.restore(
          layout, trace.row, Dictionary(uniqueKeysWithValues: former.map { ($0.place, $0.before) }),
          present: Dictionary(uniqueKeysWithValues: former.map { ($0.place, $0.after) }))
      }
    }
    return (made.values.reduce(0) { $0 + $1.count }, changes.count { !$0.0.isMade && !$0.2.isEmpty })
  }

  // MARK: What they were

  private func formerValues(
    _ trace: BatchTrace, _ layout: RecordLayout, _ search: ObstacleSearch, _ against: inout Obstacles
  ) throws -> [(place: Int, before: Value, after: Value)] {
    guard !(layout.hasState && trace.before["state"] != nil) else {
      let name = try search.name(trace.object)
      against.add(
        "import.decision",
        Texts(
          "این برگه دربارهٔ \(name.fa) تصمیم گرفته است؛ تصمیم با فرمان خودش برمی‌گردد.",
          "The sheet decided upon \(name.en); a decision is taken back by an action of its own."))
      return []
    }
    return try Set(trace.before.keys).union(trace.after.keys).sorted().compactMap { member in
      guard let place = layout.names.firstIndex(of: member) else { return nil }
      let column = layout.columns[place]
      guard let before = try value(trace.before[member], of: column), let after = try value(trace.after[member], of: column) else {
        let name = try search.name(trace.object)
        against.add(
          "import.not-kept",
          Texts(
            "مقدار پیشین «\(member)» در \(name.fa) دراز است و دفتر تنها چکیدهٔ آن را دارد.",
            "The former \(member.quoted) of \(name.en) is long, and the ledger holds its digest only."))
        return nil
      }
      return (place, before, after)
    }
  }

  /// A member of an entry as the record writes it; nil where the ledger does not hold it in full.
  private func value(_ member: BatchTrace.Member?, of column: RecordLayout.Column) throws -> Value? {
    guard let member, !member.value.isNull else { return .some(.null) }
    switch column.guarding {
    case .open: return column.written(told: member.value)
    case .personal, .secret:
      let opened = try AuditShow.opened(member.field, of: member.entry, store.vault, on: connection)
      guard let value = opened.flatMap({ column.written(told: $0) }) else { return nil }
      return column.guarding == .secret ? .secret(value) : .personal(value)
    }
  }

  /// Rows that no entry speaks of, such as what was read while counting, go with what they belong to.
  private func removePerishable(_ trace: BatchTrace, _ layout: RecordLayout) throws {
    for other in store.tables.all where !other.table.isAudited {
      for column in other.columns where column.naming(trace.kind) == .number {
        try connection.privileged(text: "DELETE FROM main.\(other.table.name) WHERE \(column.name)=?").bind([.int(trace.row)]).run()
      }
    }
  }

  private func refusal(_ against: Obstacles) -> Refusal {
    var refusal = Refusal.conflict(
      "import.undo-rests",
      Texts(
        "برگهٔ \(PersianText.persianDigits(String(record.id))) برنمی‌گردد، زیرا چیزی بر آن استوار است.",
        "Sheet \(record.id) cannot be taken back, because something rests on it."))
    refusal.faults = against.list
    refusal.next = [
      NextStep(
        Texts(
          "نخست آنچه را بر آن استوار است برگردانید، یا هر ردیف را با فرمان خودش اصلاح کنید.",
          "First take back what rests on it, or correct single rows by their own actions."))
    ]
    return refusal
  }
}

extension RecordLayout.Column {
  /// A value as the record writes it, from how an entry tells it; nil for the digest of a longer one.
  fileprivate func written(told value: Value) -> Value? {
    switch (kind, value) {
    case (_, .object), (_, .list): nil
    case (.day, .text(let text)): (try? JalaliDay(parsing: text)).map { .day($0) }
    case (.bytes, .text(let text)): Hex.decode(text).map { .bytes($0) }
    default: value
    }
  }
}
