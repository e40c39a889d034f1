import Contracts
import Feature

/// Records a need of a neighbourhood.
struct RecordNeed: Action {
  var neighbourhood: Ref<NeighbourhoodEntity>
  var title: String
  var category: NeedCategory

  static let spec = Spec(
    "mobilisation.record-need", "ثبت نیاز", "Record a need", .post, "/mobilisation/needs",
    permission: .mobilisationWrite,
    fields: [
      "neighbourhood": ("محله", "the neighbourhood"), "title": ("عنوان نیاز", "what is needed"),
      "category": ("دسته", "category"),
    ])

  func perform(in work: borrowing Transaction) throws -> Need {
    let place = try work.neighbourhood(neighbourhood)
    let title = try written(title, at: "/title")
    return try work.insert(
      Need(
        province: place.province, county: place.county, neighbourhood: place.id, title: title,
        titleKey: KeyText(PersianText.nameKey(title)), category: category, recordedOn: work.day))
  }
}

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
    ], matrix: Matrix(row: "need", columns: ["criterion"], cell: .value("score")))

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

/// Enters the steering committee's decision: the ranking stands as it is, for good. Whoever scored may not lock.
struct LockRanking: ApprovingAction {
  var ranking: Ref<RankingEntity>
  var decision: String

  static let spec = Spec(
    "mobilisation.lock-ranking", "قفل اولویت‌بندی", "Lock a ranking", .post, "/mobilisation/rankings/{ranking}/lock",
    permission: .mobilisationLock, weight: .serious,
    fields: [
      "ranking": ("اولویت‌بندی", "the ranking"),
      "decision": ("شماره و تاریخ صورتجلسهٔ کمیتهٔ راهبردی", "number and date of the steering committee's minutes"),
    ])

  func perform(in work: borrowing Transaction) throws -> RankingReport {
    var ranking = try work.require(Ranking.self, ranking)
    try work.requireMove(ranking, by: .lock)
    try work.requireSeparationOfDuties(on: ranking)
    let inputs = try RankingInputs(of: ranking, in: work.snapshot)
    let decision = PersianText.stored(decision)
    try work.require(
      RankingComplete.self, .init(needs: inputs.needs.count, missing: inputs.missing, decision: decision),
      in: ranking.province)
    try ranking.follow(.lock)
    ranking.lockedOn = work.day
    ranking.decision = decision
    ranking.needs = inputs.needs.map(\.id)
    ranking.inputDigest = try inputs.digest(in: work.snapshot)
    return try RankingReport(of: try work.update(ranking), in: work.snapshot)
  }
}
