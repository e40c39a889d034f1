import Contracts
import Feature

/// Starts a ranking of a neighbourhood's needs, by the committee's criteria or the standard ones.
struct StartRanking: Action {
  var neighbourhood: Ref<NeighbourhoodEntity>
  var method: RankingMethod
  var criteria: [RankingCriterion]?

  static let spec = Spec(
    "mobilisation.start-ranking", "آغاز اولویت‌بندی نیازها", "Start a ranking", .post, "/mobilisation/rankings",
    permission: .mobilisationWrite,
    fields: [
      "neighbourhood": ("محله", "the neighbourhood"), "method": ("روش", "method"),
      "criteria": (
        "معیارها با وزن ۱ تا ۱۰۰؛ اگر نیاید، معیارهای استاندارد",
        "criteria with weights 1 to 100; the standard ones when left out"
      ),
    ])

  func perform(in work: borrowing Transaction) throws -> Ranking {
    let place = try work.neighbourhood(neighbourhood)
    let standard = try work.parameters(of: RankingCriteria.self, in: place.province).standard
    let criteria = (criteria ?? standard).map {
      RankingCriterion(name: PersianText.stored($0.name), weight: $0.weight)
    }
    try work.require(RankingCriteria.self, .init(criteria: criteria), in: place.province)
    return try work.insert(
      Ranking(
        province: place.province, county: place.county, neighbourhood: place.id, method: method, criteria: criteria,
        state: .open, startedOn: work.day, scoresGiven: 0, needs: []))
  }
}
