public import Values

/// One thing in which a store's tables are not what its steps make.
public struct SchemaDeviation: Sendable, Equatable {
  /// A step makes it and the store lacks it; the store has it and no step makes it; or the SQL of the two is not the same.
  public enum Kind: String, Sendable { case missing, foreign, different }

  /// In which way.
  public let kind: Kind
  /// `table groups_group`
  public let object: String

  /// A short sentence of it, without the file's name.
  public var texts: Texts {
    switch kind {
    case .missing: Texts("\(object) نیست", "\(object) is missing")
    case .foreign: Texts("\(object) از هیچ گامی نیست", "\(object) is of no step")
    case .different: Texts("\(object) دیگرگون است", "\(object) is different")
    }
  }

  static func between(_ store: Schema, made: Schema) -> [SchemaDeviation] {
    Set(store.objects.keys).union(made.objects.keys).sorted().compactMap { name in
      switch (store.objects[name], made.objects[name]) {
      case (let one, let other) where one == other: nil
      case (nil, _): SchemaDeviation(kind: .missing, object: name)
      case (_, nil): SchemaDeviation(kind: .foreign, object: name)
      default: SchemaDeviation(kind: .different, object: name)
      }
    }
  }

  /// - Throws: `StoreFault.corrupt` that names the first of them.
  static func refuse(_ deviations: [SchemaDeviation], at path: String) throws {
    guard !deviations.isEmpty else { return }
    let named = deviations.prefix(5).map(\.texts)
    let more = deviations.count > named.count ? " + \(deviations.count - named.count)" : ""
    throw StoreFault(
      .corrupt,
      Texts(
        "جدول‌های \(path) آن نیستند که گام‌هایش می‌سازند: \(named.map(\.fa).joined(separator: "؛ "))\(more). مخزن را با همان نسخه‌ای که "
          + "آن را ساخته باز کنید یا نسخهٔ پشتیبان را بازگردانید؛ «hamyar doctor» همه را نام می‌برد. چیزی در مخزن تغییر نکرد.",
        "The tables of \(path) are not what its steps make: \(named.map(\.en).joined(separator: "; "))\(more). Open the store with "
          + "the version that made it, or put a backup back; `hamyar doctor` names them all. Nothing in the store was changed."))
  }
}
