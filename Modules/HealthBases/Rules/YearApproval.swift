import Contracts
import Feature

/// The deputy for prevention approves a year in which the commitments were kept and the base was at work.
struct YearApproval: Rule {
  static let id = "healthbases.year-approval"
  static let version = 2
  static let texts = Texts(
    "سالی تأیید می‌شود که به تعهدهای توافق‌نامه در آن عمل شده و پایگاه در فصل‌های آن کار کرده باشد؛ تصمیم نزدیک پایان دوره و در مهلت است.",
    "A year is approved when its commitments were kept and the base worked throughout it; it is decided near its end, in time.")
  static let source = Citation(
    "S4", "بندهای ۴ و ۷: تأیید فعالیت‌ها توسط معاونت پیشگیری",
    "sections 4 and 7: approval of the activities by the deputy for prevention")
  static let parameters = [
    // S4 has six commitments; a year with none of them kept is no year to approve.
    Parameter(
      "minimumCommitments", 6, "چند تعهد از شش تعهد باید فعالیت داشته باشد",
      "how many of the six commitments need an activity", unit: ("تعهد", "commitments"), within: 1...6),
    // The last two months of a term that ends with the year begin on 1 Bahman, in leap and common years alike.
    Parameter(
      "decisionMonths", 2, "تصمیم از چند ماه پیش از پایان دوره", "how long before the end the year may be decided",
      unit: ("ماه", "months"), within: 1...12),
    // A year has four quarters; 0 asks for none.
    Parameter(
      "quartersServed", 3, "در چند فصل از یک سال کامل باید فعالیتی باشد", "how many quarters of a full year need an activity",
      unit: ("فصل", "quarters"), within: 0...4),
  ]

  struct Parameters: Codable, Sendable {
    var minimumCommitments: Int
    var decisionMonths: Int
    var quartersServed: Int
  }

  /// What the first version did not ask is absent from its verdicts.
  struct Facts: Codable, Sendable {
    var state: AgreementState
    var decision: YearDecision
    /// Commitments under which something was done.
    var kept: [Commitment]
    /// What was decided before.
    var earlier: YearDecision?
    var starts: JalaliDay?
    var ends: JalaliDay?
    /// Days of the term on which the base or the licence was suspended.
    var idleDays: Int?
    /// The quarters in which something was done, as `YearQuarter` numbers them.
    var quarters: [Int]?
    /// The last day of the decision window of an agreement that is held undecided.
    var windowEnds: JalaliDay?
  }

  enum Objection: RuleObjection {
    case notOpen(AgreementState)
    case decided(YearDecision)
    case early(JalaliDay)
    case tooFew(needs: Int, without: [Commitment])
    case noAssessment
    case tooFewQuarters(needs: Int, served: [Int])

    var code: String {
      switch self {
      case .notOpen: "healthbases.year-settled"
      case .decided: "healthbases.year-decided"
      case .early: "healthbases.decision-early"
      case .tooFew: "healthbases.commitments-not-kept"
      case .noAssessment: "healthbases.no-needs-assessment"
      case .tooFewQuarters: "healthbases.quarters-not-served"
      }
    }

    var texts: Texts {
      switch self {
      case .notOpen(let state):
        Texts("توافق‌نامه «\(state.texts.fa)» است و دیگر تصمیمی نمی‌پذیرد.", "The agreement is \(state.texts.en); nothing is left to decide.")
      case .decided(let decision):
        Texts(
          "تصمیم سال «\(decision.texts.fa)» است؛ تا شب آن را تعیین تکلیف نکرده، گیرندهٔ تصمیم می‌تواند در آن بازنگری کند.",
          "The year was decided: \(decision.texts.en). Until the night settles it, whoever decided may revise it.")
      case .early(let first):
        Texts("تصمیم سال از \(first.textFa) گرفته می‌شود.", "The year is decided from \(first.text) on.")
      case .tooFew(let needs, let without):
        Texts(
          "برای \(needs) تعهد فعالیت لازم است؛ بی‌فعالیت: \(without.map(\.texts.fa).joined(separator: "، "))",
          "\(needs) commitments need an activity; without: \(without.map(\.texts.en).joined(separator: ", "))")
      case .noAssessment:
        Texts("نیازسنجی همیشه میان تعهدهای انجام‌شده است.", "The needs assessment is always among the commitments kept.")
      case .tooFewQuarters(let needs, let served):
        served.isEmpty
          ? Texts("در \(needs) فصل فعالیت لازم است؛ در هیچ فصلی نبوده است.", "\(needs) quarters need an activity; none had one.")
          : Texts(
            "در \(needs) فصل فعالیت لازم است؛ تنها در این‌ها بوده است: \(served.map { YearQuarter.texts($0).fa }.joined(separator: "، "))",
            "\(needs) quarters need an activity; only these had one: \(served.map { YearQuarter.texts($0).en }.joined(separator: ", "))")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    let isInWindow = facts.windowEnds.map { day <= $0 } ?? false
    if !facts.state.isInForce, !isInWindow { found.append(.notOpen(facts.state)) }
    if let earlier = facts.earlier { found.append(.decided(earlier)) }
    if let ends = facts.ends {
      let first = firstDay(before: ends, under: parameters)
      if day < first { found.append(.early(first)) }
    }
    guard facts.decision == .approved else { return found }
    let owed = owed(facts, under: parameters)
    let without = Commitment.allCases.filter { !facts.kept.contains($0) }
    if Commitment.allCases.count - without.count < owed.commitments { found.append(.tooFew(needs: owed.commitments, without: without)) }
    if owed.isShort, owed.commitments > 0, without.contains(.needsAssessment) { found.append(.noAssessment) }
    if let served = facts.quarters, served.count < owed.quarters {
      found.append(.tooFewQuarters(needs: owed.quarters, served: served))
    }
    return found
  }

  /// The first day on which a term that ends then may be decided.
  static func firstDay(before ends: JalaliDay, under parameters: Parameters) -> JalaliDay {
    ends.adding(days: 1).adding(months: -parameters.decisionMonths)
  }

  /// What a term owes: its share of the year, counted without the days on which it was suspended, is its share of the
  /// commitments and of the quarters, rounded up.
  static func owed(_ facts: Facts, under parameters: Parameters) -> (commitments: Int, quarters: Int, isShort: Bool) {
    guard let starts = facts.starts, let ends = facts.ends else { return (parameters.minimumCommitments, 0, false) }
    let year = starts.lastDay(ofYears: 1) - starts + 1
    let days = min(year, max(0, ends - starts + 1 - (facts.idleDays ?? 0)))
    func share(_ whole: Int) -> Int { (whole * days + year - 1) / year }
    let touched = Set((0...max(0, ends - starts)).lazy.map { YearQuarter.number(of: starts.adding(days: $0)) }).count
    return (share(parameters.minimumCommitments), min(share(parameters.quartersServed), touched), days < year)
  }
}

/// The quarters of Jalali years as numbers that rise with time: 14051 is the spring of 1405.
enum YearQuarter {
  static func number(of day: JalaliDay) -> Int { day.year * 10 + (day.month - 1) / 3 + 1 }

  static func texts(_ number: Int) -> Texts {
    let names = [("بهار", "spring"), ("تابستان", "summer"), ("پاییز", "autumn"), ("زمستان", "winter")]
    let (fa, en) = names[(max(number, 1) - 1) % 10 % 4]
    return Texts("\(fa) \(PersianText.persianDigits(number / 10))", "\(en) \(number / 10)")
  }
}
