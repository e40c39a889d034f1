import Contracts
import Jalali
import Mobilisation
import Registry
import Values

/// Another module, asking the contract that this one answers.
struct ProbeModule: FeatureModule {
  static let manifest = Manifest("probe", "پرسنده", "probe", after: ["mobilisation"])

  init(_ kernel: Kernel) throws {}

  var queries: [any Query.Type] { [AskLocked.self, AskGathering.self] }
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

  func answer(in look: borrowing Look) throws -> Answer {
    let facts = try look.needs.lockedRanking(ranking, in: look)
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

  func answer(in look: borrowing Look) throws -> Answer {
    Answer(day: try look.needs.lastGathering(in: ID(neighbourhood), in: look))
  }
}
