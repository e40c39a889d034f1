import Values

extension Migrations {
  /// Compares names and digests; reads only, and not the tables themselves.
  ///
  /// - Throws: `StoreFault` when the list of steps cannot be read.
  public func state(of connection: Connection) throws -> MigrationState {
    let rows =
      try Migrations.keepsDigests(connection)
      ? connection.privileged("SELECT name, digest FROM store_migration ORDER BY name").all()
      : connection.privileged("SELECT name, NULL FROM store_migration ORDER BY name").all()
    var state = MigrationState()
    for row in rows {
      guard let name = row.first?.string else { continue }
      state.applied.append(name)
      guard let known = digests[name] else {
        state.unknown.append(name)
        continue
      }
      if row.last == .null { state.unmarked.append(name) } else if row.last != .bytes(known) { state.edited.append(name) }
    }
    // A store either keeps all digests or has never been taken over: one without among others lost it.
    if state.unmarked.count < state.applied.count {
      state.edited += state.unmarked
      state.unmarked = []
    }
    state.missing = steps.map(\.name).filter { !state.applied.contains($0) }
    return state
  }

  /// Whether a store is one that this program may open: it has no step that the program lacks or has otherwise, and its
  /// tables are what its steps make. A table that somebody altered or dropped is told before anybody is served, and nothing
  /// is put upon a schema to which somebody added.
  ///
  /// - Throws: `StoreFault`; nothing was written.
  @discardableResult
  public func check(_ connection: Connection) throws -> MigrationState {
    let state = try state(of: connection)
    try state.requireKnown(at: connection.path)
    let deviations = try deviations(of: connection, state)
    // What tools put beside our tables (a replica's marks, somebody's own index) harms nobody who only goes on.
    let isToChange = !state.missing.isEmpty || !state.unmarked.isEmpty
    try SchemaDeviation.refuse(isToChange ? deviations : deviations.filter { $0.kind != .foreign }, at: connection.path)
    return state
  }

  /// Where the tables are not what the steps make that the store names.
  ///
  /// - Returns: nothing for a store as its steps made it.
  /// - Throws: `StoreFault` when the schema cannot be read, or when the program's own steps do not fit one another.
  public func deviations(of connection: Connection) throws -> [SchemaDeviation] {
    try deviations(of: connection, state(of: connection))
  }

  private func deviations(of connection: Connection, _ state: MigrationState) throws -> [SchemaDeviation] {
    let made = try Connection(path: ":memory:", mode: .writer)
    for step in steps where state.applied.contains(step.name) { try Migrations.run(step, on: made) }
    return SchemaDeviation.between(try Schema(of: connection), made: try Schema(of: made))
  }

  static func keepsDigests(_ connection: Connection) throws -> Bool {
    try connection.privileged("SELECT 1 FROM pragma_table_info('store_migration') WHERE name='digest'").first() != nil
  }
}

/// What stands between the steps that a store was made by and those of the program.
public struct MigrationState: Sendable, Equatable {
  /// Steps of the store.
  public internal(set) var applied: [String] = []
  /// Steps of the program that the store lacks; they are applied when it is opened for writing.
  public internal(set) var missing: [String] = []
  /// Steps of the store that the program does not have: the store is newer.
  public internal(set) var unknown: [String] = []
  /// Steps whose SQL in the program is not what was applied.
  public internal(set) var edited: [String] = []
  /// Steps that were applied before stores kept digests; those of the program are taken over once the schema agrees.
  public internal(set) var unmarked: [String] = []

  /// Whether program and store have the same steps.
  public var isSame: Bool { missing.isEmpty && unknown.isEmpty && edited.isEmpty }

  /// - Throws: `StoreFault` for a store that this program may not touch.
  func requireKnown(at path: String) throws {
    guard unknown.isEmpty else {
      let names = unknown.joined(separator: ", ")
      throw StoreFault(
        .newerSchema,
        Texts(
          "این مخزن با نسخهٔ تازه‌تری ساخته شده است (\(names)). برنامه را به‌روز کنید؛ چیزی در مخزن تغییر نکرد.",
          "This store was written by a newer version (\(names)). Upgrade the program; nothing in the store was changed."))
    }
    guard edited.isEmpty else {
      let names = edited.joined(separator: ", ")
      throw StoreFault(
        .corrupt,
        Texts(
          "گام‌هایی از طرح \(path) با متنی جز متن این برنامه اجرا شده‌اند (\(names)). گام منتشرشده ویرایش نمی‌شود: مخزن را با همان "
            + "نسخه‌ای که آن را ساخته باز کنید. چیزی در مخزن تغییر نکرد.",
          "Steps of the schema of \(path) were applied with other SQL than this program has under their names (\(names)). "
            + "A published step is never edited: open the store with the version that made it. Nothing in the store was changed."))
    }
  }
}
