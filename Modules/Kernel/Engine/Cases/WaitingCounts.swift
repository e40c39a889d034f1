import Feature
import Values

/// Counts what waits for somebody else than whoever asks.
struct WaitingCounts: WaitingWork {
  func waiting(for principal: Principal, in snapshot: borrowing Snapshot) throws -> [WaitingCount] {
    guard let store = snapshot.engine as? StoreSnapshot else { throw CallFault.lost }
    let reader = try CaseReader(Snapshot(store.seen(by: principal)))
    var search = TaskSearch(reader)
    return try search.run(module: nil, step: nil, limit: 0).counts.map {
      WaitingCount(kind: $0.kind.code, action: $0.action.code, count: $0.count)
    }
  }
}
