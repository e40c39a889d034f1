import Values

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
