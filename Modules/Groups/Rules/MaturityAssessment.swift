import Contracts
import Feature

/// Maturity is assessed by criteria, each with evidence, by people who do not assess twice.
struct MaturityAssessment: Rule {
  static let id = "groups.maturity-assessment"
  static let version = 2
  static let texts = Texts(
    "بالندگی اجتماعی با معیارهای وزن‌دار و شواهد و جداگانه ارزیابی می‌شود و پس از دور کامل، دور تازه تنها با درخواست آغاز می‌شود.",
    "Social maturity is assessed by weighted criteria, with evidence, independently; after a complete round the next begins only where it is asked for."
  )
  static let source = Citation(
    "S1", "شرح خدمت: «چنانچه به بالندگی اجتماعی برسند»؛ معیار نیامده است",
    "\"if they reach social maturity\"; the source gives no criteria")
  static let parameters = [
    Parameter(
      "criteria",
      .list([
        criterion("cohesion", "انسجام و پایداری اعضا", "cohesion and steady membership", 20),
        criterion("leadership", "رهبری و تصمیم‌گیری جمعی", "leadership and joint decisions", 20),
        criterion("results", "نتیجهٔ پروژه‌های محلی", "results of local projects", 25),
        criterion("partnership", "پیوند با نهادها و مردم محله", "ties with institutions and residents", 20),
        criterion("resources", "فراهم کردن منابع از خود", "raising its own resources", 15),
      ]), "معیارها و وزن آن‌ها", "criteria and their weights", within: 1...1_000, entries: 1...20)
  ]

  struct Criterion: Codable, Sendable {
    var id: String
    var fa: String
    var en: String
    /// 1…1000; only the proportions count.
    var weight: Int
  }
  struct Parameters: Codable, Sendable { var criteria: [Criterion] }
  struct Facts: Codable, Sendable {
    var hasAssessedThisRound: Bool
    var scores: [MaturityScore]
    /// Whether the group's last round is complete and has not served yet; version 1 did not ask.
    var isLastRoundComplete: Bool?
    /// Whether the next round was asked for.
    var newRound: Bool?
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = facts.hasAssessedThisRound ? [.twice] : []
    if facts.isLastRoundComplete == true, facts.newRound != true { objections.append(.roundComplete) }
    if parameters.criteria.allSatisfy({ $0.weight <= 0 }) || parameters.criteria.contains(where: { !isUsable($0) }) {
      objections.append(.weightsUnusable)
    }
    for criterion in parameters.criteria where !facts.scores.contains(where: { $0.criterion == criterion.id }) {
      objections.append(.missing(criterion))
    }
    var seen: Set<String> = []
    for score in facts.scores {
      let isKnown = parameters.criteria.contains { $0.id == score.criterion }
      if !isKnown || !seen.insert(score.criterion).inserted { objections.append(.unknownOrRepeated(score.criterion)) }
      if !(0...100).contains(score.score) { objections.append(.outOfRange(score.criterion)) }
      if PersianText.stored(score.evidence).isEmpty { objections.append(.noEvidence(score.criterion)) }
    }
    return objections
  }

  /// The weighted mean in hundredths of a point, rounded down; for scores that the rule let pass.
  static func total(of scores: [MaturityScore], under parameters: Parameters) -> Int {
    var sum = 0
    var weights = 0
    for criterion in parameters.criteria where isUsable(criterion) {
      guard let score = scores.first(where: { $0.criterion == criterion.id }) else { continue }
      sum += criterion.weight * min(max(score.score, 0), 100)
      weights += criterion.weight
    }
    return weights == 0 ? 0 : sum * 100 / weights
  }

  private static func isUsable(_ criterion: Criterion) -> Bool { (0...1000).contains(criterion.weight) }

  private static func criterion(_ id: String, _ fa: String, _ en: String, _ weight: Int64) -> Value {
    .record(["id": .text(id), "fa": .text(fa), "en": .text(en), "weight": .int(weight)])
  }
}

extension MaturityAssessment {
  enum Objection: RuleObjection {
    case twice, roundComplete, weightsUnusable
    case missing(Criterion)
    case unknownOrRepeated(String)
    case outOfRange(String)
    case noEvidence(String)

    var code: String {
      switch self {
      case .twice: "groups.assessed-twice"
      case .roundComplete: "groups.round-complete"
      case .weightsUnusable: "groups.weights-unusable"
      case .missing: "groups.criterion-missing"
      case .unknownOrRepeated: "groups.criterion-unknown"
      case .outOfRange: "groups.score-out-of-range"
      case .noEvidence: "groups.no-evidence"
      }
    }

    var texts: Texts {
      switch self {
      case .twice:
        Texts(
          "شما در این دور ارزیابی کرده‌اید؛ همکار دیگری باید ارزیابی کند.",
          "You have assessed in this round; another colleague must assess.")
      case .roundComplete:
        Texts(
          "دور ارزیابی این گروه کامل است و اعلام بالندگی با آن انجام می‌شود؛ برای دور تازه، newRound را درست بدهید.",
          "The round of this group is complete and maturity is declared by it; for another round set newRound to true.")
      case .weightsUnusable:
        Texts(
          "وزن معیارها باید میان ۰ و ۱۰۰۰ و دست‌کم یکی مثبت باشد.",
          "Weights must lie between 0 and 1000, and at least one must be positive.")
      case .missing(let criterion):
        Texts(
          "معیار «\(criterion.fa)» (\(criterion.id)) نمره ندارد.",
          "The criterion \(criterion.id) (\(criterion.en)) has no score.")
      case .unknownOrRepeated(let name):
        Texts("معیار «\(name)» ناشناخته یا تکراری است.", "The criterion \"\(name)\" is unknown or repeated.")
      case .outOfRange(let name):
        Texts("نمرهٔ «\(name)» باید میان ۰ و ۱۰۰ باشد.", "The score of \(name) must lie between 0 and 100.")
      case .noEvidence(let name):
        Texts("برای «\(name)» شاهدی نوشته نشده است.", "No evidence is given for \(name).")
      }
    }
  }
}
