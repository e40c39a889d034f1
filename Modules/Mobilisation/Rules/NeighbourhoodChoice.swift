import Contracts
import Feature

/// A target neighbourhood is weighed against others, by scores that are kept.
struct NeighbourhoodChoice: Rule {
  static let id = "mobilisation.neighbourhood-choice"
  static let version = 2
  static let texts = Texts(
    "محلهٔ هدف از میان نامزدها با امتیاز انتخاب می‌شود، علت رد هر نامزد دیگر می‌ماند و هر محله در یک زمان در یک طرح است.",
    "The target neighbourhood is chosen among scored candidates, the reason for rejecting each of the others is kept, and a neighbourhood belongs to one scheme at a time."
  )
  static let source = Citation(
    "S2", "انتخاب محلات هدف؛ شیوهٔ امتیازدهی پیش‌فرض این سامانه است",
    "choice of target neighbourhoods; the scoring is this product's default")
  // A weight of 0 leaves a criterion out; beyond 100 `total` would count it as 100.
  static let parameters = [
    Parameter(
      "harmWeight", 40, "وزن آسیب‌خیزی و حاشیه‌نشینی", "weight of harm-proneness and informal settlement",
      unit: ("واحد وزن، ۰ تا ۱۰۰", "points of weight, 0 to 100"), within: 0...100),
    Parameter(
      "needWeight", 30, "وزن فقر و نیاز", "weight of poverty and need", unit: ("واحد وزن، ۰ تا ۱۰۰", "points of weight, 0 to 100"),
      within: 0...100),
    Parameter(
      "capacityWeight", 20, "وزن ظرفیت‌های محلی", "weight of local capacities", unit: ("واحد وزن، ۰ تا ۱۰۰", "points of weight, 0 to 100"),
      within: 0...100),
    Parameter(
      "accessWeight", 10, "وزن دسترسی کلینیک", "weight of the clinic's access", unit: ("واحد وزن، ۰ تا ۱۰۰", "points of weight, 0 to 100"),
      within: 0...100),
    // One candidate is weighed against nobody; for more than twenty the fifteen days of S2 do not suffice.
    Parameter("minimumCandidates", 2, "کمترین شمار نامزدها", "fewest candidates", unit: ("محله", "neighbourhoods"), within: 2...20),
    Parameter("mustTakeHighest", true, "نامزد با بیشترین امتیاز انتخاب شود", "the highest total must be taken"),
  ]

  struct Parameters: Codable, Sendable {
    var harmWeight: Int
    var needWeight: Int
    var capacityWeight: Int
    var accessWeight: Int
    var minimumCandidates: Int
    var mustTakeHighest: Bool
  }

  struct Candidate: Codable, Sendable {
    var neighbourhood: Int64
    var name: String
    var harm: Int
    var need: Int
    var capacity: Int
    var access: Int
    /// Empty for the chosen one.
    var rejectionReason: String
    /// The code of the clinic whose target it is already; nil for a free one.
    var takenBy: String?

    var scores: [Int] { [harm, need, capacity, access] }
  }

  struct Facts: Codable, Sendable {
    var chosen: Int64
    var candidates: [Candidate]
    /// Where the clinic stands; nil for nowhere that comes into question.
    var clinicStandsIn: Int64?
    var canOpenBase: Bool
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    var seen: Set<Int64> = []
    for candidate in facts.candidates {
      if !seen.insert(candidate.neighbourhood).inserted { objections.append(.twice(candidate.name)) }
      if !candidate.scores.allSatisfy(Scale.scores.contains) { objections.append(.offScale(candidate.name)) }
      if candidate.neighbourhood != facts.chosen, candidate.rejectionReason.isEmpty {
        objections.append(.noReason(candidate.name))
      }
    }
    if seen.count < parameters.minimumCandidates { objections.append(.tooFew(parameters.minimumCandidates)) }
    if facts.clinicStandsIn != facts.chosen, !facts.canOpenBase { objections.append(.outOfReach) }
    guard let chosen = facts.candidates.first(where: { $0.neighbourhood == facts.chosen }) else {
      return objections + [.chosenNotAmong]
    }
    if let clinic = chosen.takenBy { objections.append(.taken(chosen.name, by: clinic)) }
    // What another scheme has cannot be taken, however high it stands.
    let best = facts.candidates.filter { $0.takenBy == nil }.max { total($0, under: parameters) < total($1, under: parameters) }
    if parameters.mustTakeHighest, let best, total(best, under: parameters) > total(chosen, under: parameters) {
      objections.append(.notHighest(best.name))
    }
    return objections
  }

  /// Scores and weights beyond the scale count as its end, so no sum overflows.
  static func total(_ candidate: Candidate, under parameters: Parameters) -> Int {
    let weights = [parameters.harmWeight, parameters.needWeight, parameters.capacityWeight, parameters.accessWeight]
    return zip(candidate.scores, weights).reduce(0) { $0 + min(max($1.0, 0), 100) * min(max($1.1, 0), 100) }
  }
}

extension NeighbourhoodChoice {
  /// Why a choice does not stand; neighbourhoods are called by their names.
  enum Objection: RuleObjection {
    case twice(String), offScale(String), noReason(String), notHighest(String)
    case taken(String, by: String)
    case tooFew(Int)
    case outOfReach, chosenNotAmong

    var code: String {
      switch self {
      case .twice: "mobilisation.candidate-twice"
      case .offScale: "mobilisation.candidate-off-scale"
      case .noReason: "mobilisation.candidate-no-reason"
      case .notHighest: "mobilisation.choice-not-highest"
      case .taken: "mobilisation.choice-taken"
      case .tooFew: "mobilisation.choice-too-few"
      case .outOfReach: "mobilisation.choice-out-of-reach"
      case .chosenNotAmong: "mobilisation.choice-not-among"
      }
    }

    var texts: Texts {
      switch self {
      case .twice(let name): Texts("محلهٔ «\(name)» دو بار آمده است.", "The neighbourhood \(name) is given twice.")
      case .offScale(let name):
        Texts("امتیازهای «\(name)» باید میان ۰ و ۱۰۰ باشند.", "The scores of \(name) must lie between 0 and 100.")
      case .noReason(let name): Texts("علت رد «\(name)» نوشته نشده است.", "No reason is given for rejecting \(name).")
      case .notHighest(let name):
        Texts("«\(name)» امتیاز بیشتری از محلهٔ انتخاب‌شده دارد.", "\(name) has a higher total than the one chosen.")
      case .taken(let name, let clinic):
        Texts(
          "«\(name)» محلهٔ هدف کلینیک \(clinic) است؛ محلهٔ دیگری انتخاب شود.",
          "\(name) is the target of the clinic \(clinic) already; another neighbourhood must be chosen.")
      case .tooFew(let minimum):
        Texts(
          "دست‌کم \(PersianText.persianDigits("\(minimum)")) محله باید سنجیده شود.",
          "At least \(minimum) neighbourhoods must be weighed.")
      case .outOfReach:
        Texts(
          "کلینیک در محلهٔ انتخاب‌شده نیست و توان ایجاد پایگاه در آن را ندارد.",
          "The clinic does not stand in the chosen neighbourhood and cannot open a base there.")
      case .chosenNotAmong:
        Texts("محلهٔ انتخاب‌شده میان نامزدها نیست.", "The chosen neighbourhood is not among the candidates.")
      }
    }
  }
}
