import Contracts
import Feature

/// The reminders left for the roles I hold, newest first; two hundred at most.
struct MyNotices: Query {
  var includesAcknowledged: Bool?

  struct Output: Codable, Sendable {
    var items: [Notice]
  }

  static let spec = Spec(
    "deadlines.notices", "یادآوری‌های من", "My notices", "/deadlines/notices", permission: .deadlinesRead,
    fields: ["includesAcknowledged": ("رؤیت‌شده‌ها هم", "also those already acknowledged")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    var items: [Notice] = []
    for role in Set(snapshot.principal.grants.map(\.role)) {
      items += try snapshot.all(
        Notice.self, "role = ? AND (acknowledged_on IS NULL OR ?) ORDER BY id DESC LIMIT 200", role,
        includesAcknowledged ?? false)
    }
    let mine = items.filter { $0.concerns(snapshot.principal) }.sorted { $0.id > $1.id }
    return Output(items: Array(mine.prefix(200)))
  }
}
