import Contracts
import Feature

/// One base with its agreements, the newest first.
struct ShowBase: Query {
  var base: Ref<HealthBaseEntity>

  struct Output: Codable, Sendable {
    var base: HealthBase
    var agreements: [Agreement]
  }

  static let spec = Spec(
    "healthbases.show", "یک پایگاه", "One base", "/health-bases/{base}", permission: .healthbasesRead,
    fields: ["base": ("پایگاه", "the base")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(HealthBase.self, base)
    return Output(base: row, agreements: try snapshot.all(Agreement.self, "base = ? ORDER BY id DESC", row.id))
  }
}
