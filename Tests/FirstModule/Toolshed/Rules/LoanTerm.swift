import Contracts
import Feature

/// A tool is lent to a group that works, and not for longer than the loan may last.
struct LoanTerm: Rule {
  static let id = "toolshed.loan-term"
  static let texts = Texts(
    "وسیله به گروه فعال و برای مدتی محدود امانت داده می‌شود.", "A tool is lent to an active group and for a limited time.")
  static let source = Citation("D", "گردش کار انبار وسایل", "how the shed works")
  static let parameters = [
    Parameter("longest", 14, "بیشترین مدت امانت", "longest loan", unit: ("روز", "days"), within: 1...90)
  ]

  struct Parameters: Codable, Sendable { var longest: Int }
  struct Facts: Codable, Sendable {
    var group: GroupState
    var until: JalaliDay
  }

  enum Objection: RuleObjection, Equatable {
    case notActive(GroupState)
    case endsBeforeToday
    case tooLong(latest: JalaliDay)

    var code: String {
      switch self {
      case .notActive: "toolshed.group-not-active"
      case .endsBeforeToday: "toolshed.loan-ended-already"
      case .tooLong: "toolshed.loan-too-long"
      }
    }
    var texts: Texts {
      switch self {
      case .notActive(let state):
        Texts("گروه «\(state.texts.fa)» است؛ تنها گروه فعال وسیله می‌گیرد.", "The group is \(state.texts.en); only an active group borrows.")
      case .endsBeforeToday:
        Texts("روز پایان گذشته است؛ روزی از امروز به بعد بنویسید.", "The last day has passed; give today or a later day.")
      case .tooLong(let latest): Texts("حداکثر تا \(latest) می‌توان امانت داد.", "The loan may last until \(latest) at most.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    let latest = day.adding(days: parameters.longest)
    return (facts.group == .active ? [] : [.notActive(facts.group)]) + (facts.until < day ? [.endsBeforeToday] : [])
      + (facts.until > latest ? [.tooLong(latest: latest)] : [])
  }
}
