import Contracts
import Feature

/// Gives a need its score on one criterion; a second score replaces the first while the ranking is open.
struct ScoreNeed: Action {
  var ranking: Ref<RankingEntity>
  var need: Ref<NeedEntity>
  var criterion: String
  var score: Int

  static let spec = Spec(
    "mobilisation.score-need", "امتیاز دادن به نیاز", "Score a need", .post, "/mobilisation/rankings/{ranking}/scores",
    permission: .mobilisationWrite,
    fields: [
      "ranking": ("اولویت‌بندی", "the ranking"), "need": ("نیاز", "the need"), "criterion": ("معیار", "the criterion"),
      "score": ("امتیاز، ۰ تا ۱۰۰", "score, 0 to 100"),
    ])

  func perform(in work: borrowing Transaction) throws -> NeedScore {
    var ranking = try work.require(Ranking.self, ranking)
    try work.move(&ranking, by: .score)
    let need = try work.require(Need.self, need)
    let name = PersianText.stored(criterion)
    try check(need, name, of: ranking)
    ranking.scoresGiven += 1
    try work.update(ranking)
    if var known = try work.first(
      NeedScore.self, "ranking = ? AND need = ? AND criterion = ?", ranking.id, need.id, name)
    {
      known.score = score
      return try work.update(known)
    }
    return try work.insert(
      NeedScore(
        province: ranking.province, county: ranking.county, ranking: ranking.id, need: need.id, criterion: name,
        score: score))
  }

  private func check(_ need: Need, _ name: String, of ranking: Ranking) throws {
    var faults: [FieldFault] = []
    if need.neighbourhood != ranking.neighbourhood {
      faults.append(
        FieldFault(
          "/need", "mobilisation.need-elsewhere",
          Texts("این نیاز از محلهٔ دیگری است.", "This need belongs to another neighbourhood.")))
    }
    if !ranking.criteria.contains(where: { $0.name == name }) {
      let known = ranking.criteria.map(\.name).joined(separator: ", ")
      faults.append(
        FieldFault(
          "/criterion", "mobilisation.criterion-unknown",
          Texts("معیارهای این اولویت‌بندی: \(known)", "The criteria of this ranking: \(known)")))
    }
    if !Scale.scores.contains(score) {
      faults.append(
        FieldFault(
          "/score", "mobilisation.score-off-scale", Texts("باید میان ۰ و ۱۰۰ باشد.", "Must lie between 0 and 100.")))
    }
    guard faults.isEmpty else { throw Refusal.input(faults) }
  }
}
