public import Registry
import Values

/// The reminders left for the roles I hold, newest first; two hundred at most.
public struct MyNotices: Query {
  public var includesAcknowledged: Bool?

  public struct Output: Codable, Sendable {
    public var items: [Notice]
  }

  public static let spec = Spec(
    "deadlines.notices", "یادآوری‌های من", "My notices", "/deadlines/notices", permission: .deadlinesRead,
    fields: ["includesAcknowledged": ("رؤیت‌شده‌ها هم", "also those already acknowledged")])

  public func answer(in look: borrowing Look) throws -> Output {
    var items: [Notice] = []
    for role in Set(look.actor.grants.map(\.role)) {
      items += try look.all(
        Notice.self, "role = ? AND (acknowledged_on IS NULL OR ?) ORDER BY id DESC LIMIT 200", role,
        includesAcknowledged ?? false)
    }
    let mine = items.filter { $0.concerns(look.actor) }.sorted { $0.id > $1.id }
    return Output(items: Array(mine.prefix(200)))
  }
}
