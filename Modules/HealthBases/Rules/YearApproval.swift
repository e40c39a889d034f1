import Contracts
import Feature

/// The deputy for prevention approves a year in which the commitments were kept.
struct YearApproval: Rule {
  static let id = "healthbases.year-approval"
  static let texts = Texts(
    "سالی تأیید می‌شود که به تعهدهای توافق‌نامه در آن عمل شده باشد.",
    "A year is approved when the commitments of the agreement were kept in it.")
  static let source = Citation(
    "S4", "بندهای ۴ و ۷: تأیید فعالیت‌ها توسط معاونت پیشگیری",
    "sections 4 and 7: approval of the activities by the deputy for prevention")
  static let parameters = [
    // S4 has six commitments; a year with none of them kept is no year to approve.
    Parameter(
      "minimumCommitments", 6, "چند تعهد از شش تعهد باید فعالیت داشته باشد",
      "how many of the six commitments need an activity", unit: ("تعهد", "commitments"), within: 1...6)
  ]

  struct Parameters: Codable, Sendable {
    var minimumCommitments: Int
  }

  struct Facts: Codable, Sendable {
    var state: AgreementState
    var decision: YearDecision
    /// Commitments under which something was done.
    var kept: [Commitment]
  }

  enum Objection: RuleObjection {
    case notOpen(AgreementState)
    case tooFew(needs: Int, without: [Commitment])

    var code: String {
      switch self {
      case .notOpen: "healthbases.year-settled"
      case .tooFew: "healthbases.commitments-not-kept"
      }
    }

    var texts: Texts {
      switch self {
      case .notOpen(let state):
        Texts("توافق‌نامه «\(state.texts.fa)» است و دیگر تصمیمی نمی‌پذیرد.", "The agreement is \(state.texts.en); nothing is left to decide.")
      case .tooFew(let needs, let without):
        Texts(
          "برای \(needs) تعهد فعالیت لازم است؛ بی‌فعالیت: \(without.map(\.texts.fa).joined(separator: "، "))",
          "\(needs) commitments need an activity; without: \(without.map(\.texts.en).joined(separator: ", "))")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if !facts.state.isInForce { found.append(.notOpen(facts.state)) }
    let without = Commitment.allCases.filter { !facts.kept.contains($0) }
    if facts.decision == .approved, Commitment.allCases.count - without.count < parameters.minimumCommitments {
      found.append(.tooFew(needs: parameters.minimumCommitments, without: without))
    }
    return found
  }
}

/// Activities are recorded within the term of an agreement that is in force.
struct ActivityInTerm: Rule {
  static let id = "healthbases.activity-in-term"
  static let texts = Texts(
    "فعالیت در دورهٔ توافق‌نامه‌ای جاری ثبت می‌شود.", "Activities are recorded within the term of an agreement in force.")
  static let source = Citation("S4", "بندهای ۴ و ۶", "sections 4 and 6")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var agreement: AgreementState
    var base: BaseState
    var starts: JalaliDay
    var ends: JalaliDay
    var activity: JalaliDay
  }

  enum Objection: RuleObjection {
    case notInForce(AgreementState)
    case baseSuspended
    case outside(JalaliDay, JalaliDay)
    case future

    var code: String {
      switch self {
      case .notInForce: "healthbases.not-in-force"
      case .baseSuspended: "healthbases.base-suspended"
      case .outside: "healthbases.outside-term"
      case .future: "healthbases.activity-in-future"
      }
    }

    var texts: Texts {
      switch self {
      case .notInForce(let state):
        Texts("توافق‌نامه «\(state.texts.fa)» است.", "The agreement is \(state.texts.en).")
      case .baseSuspended: Texts("پایگاه تعلیق است.", "The base is suspended.")
      case .outside(let first, let last):
        Texts("دوره از \(first.textFa) تا \(last.textFa) است.", "The term runs from \(first.text) to \(last.text).")
      case .future: Texts("روز فعالیت هنوز نرسیده است.", "The day of the activity is still to come.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if facts.agreement != .active { found.append(.notInForce(facts.agreement)) }
    if facts.base == .suspended { found.append(.baseSuspended) }
    if facts.activity < facts.starts || facts.activity > facts.ends { found.append(.outside(facts.starts, facts.ends)) }
    if facts.activity > day { found.append(.future) }
    return found
  }
}
