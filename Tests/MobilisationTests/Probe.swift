import Contracts
import Jalali
@testable import Mobilisation
import Engine
import Feature
import Values

/// Another module, asking the contract that this one answers.
struct ProbeModule: FeatureModule {
  static let module = Module("probe", "پرسنده", "probe", after: ["mobilisation"], queries: queries)

  static var queries: [any Query.Type] { [AskLocked.self, AskGathering.self] }
}

struct AskLocked: Query {
  var ranking: Ref<RankingEntity>

  struct Answer: Codable, Sendable {
    var code: String
    var lockedOn: JalaliDay
    var titles: [String]
    var ranks: [Int]
  }

  static let spec = Spec(
    "probe.locked", "اولویت‌ها", "locked needs", "/probe/{ranking}", permission: .mobilisationRead,
    fields: ["ranking": ("اولویت‌بندی", "ranking")])

  func answer(in snapshot: borrowing Snapshot) throws -> Answer {
    let facts = try snapshot.lockedRanking(ranking)
    return Answer(
      code: facts.code, lockedOn: facts.lockedOn, titles: facts.needs.map(\.title), ranks: facts.needs.map(\.rank))
  }
}

struct AskGathering: Query {
  var neighbourhood: Int64

  struct Answer: Codable, Sendable { var day: JalaliDay? }

  static let spec = Spec(
    "probe.gathering", "گردهمایی", "last gathering", "/probe/gathering/{neighbourhood}", permission: .mobilisationRead,
    fields: ["neighbourhood": ("محله", "neighbourhood")])

  func answer(in snapshot: borrowing Snapshot) throws -> Answer {
    Answer(day: try snapshot.lastGathering(in: ID(neighbourhood)))
  }
}
