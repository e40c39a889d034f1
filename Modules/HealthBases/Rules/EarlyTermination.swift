import Contracts
import Feature

/// Early termination needs all three findings and prior notice. How many days is given by no source. The notice is of the
/// proposal's own time: one from months before would have run out before anybody could answer it.
struct EarlyTermination: Rule {
  static let id = "healthbases.early-termination"
  static let version = 2
  static let texts = Texts(
    "خاتمهٔ زودهنگام با تشخیص هر سه مقام و با اطلاع قبلی است.",
    "Early termination needs the findings of all three and prior notice.")
  static let source = Citation("S4", "بند ۷: با اطلاع قبلی", "section 7: with prior notice")
  static let parameters = [
    // S4: with prior notice, so a day at least; an agreement itself lasts a year.
    Parameter("noticeDays", nil, "مهلت اطلاع قبلی", "prior notice", unit: ("روز", "days"), source: .nobody, within: 1...365),
    // A letter of notice reaches the desk within the month; 0 takes only one of the same day.
    Parameter(
      "noticeBefore", 30, "اطلاع تا چند روز پیش از پیشنهاد", "how long before the proposal the notice may be",
      unit: ("روز", "days"), within: 0...366),
  ]

  struct Parameters: Codable, Sendable {
    var noticeDays: Int
    var noticeBefore: Int
  }

  struct Facts: Codable, Sendable {
    /// The day the institute was told; that day does not count.
    var noticeOn: JalaliDay
    var confirmed: [Capacity]
  }

  enum Objection: RuleObjection {
    case missing(Capacity)
    case noticeRuns(until: JalaliDay)

    var code: String {
      switch self {
      case .missing: "healthbases.confirmation-missing"
      case .noticeRuns: "healthbases.notice-runs"
      }
    }

    var texts: Texts {
      switch self {
      case .missing(let capacity):
        Texts("تشخیص «\(capacity.texts.fa)» نیست.", "The finding of the \(capacity.texts.en) is missing.")
      case .noticeRuns(let day):
        Texts("مهلت اطلاع قبلی تا \(day.textFa) است.", "The notice runs until \(day.text).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = Capacity.allCases.filter { !facts.confirmed.contains($0) }.map { .missing($0) }
    let last = facts.noticeOn.adding(days: max(0, parameters.noticeDays))
    if day <= last { found.append(.noticeRuns(until: last)) }
    return found
  }

  /// The first day that a proposal of that day may name as the day of the notice.
  static func firstNotice(on day: JalaliDay, termFrom starts: JalaliDay, under parameters: Parameters) -> JalaliDay {
    max(starts, day.adding(days: -parameters.noticeBefore))
  }
}
