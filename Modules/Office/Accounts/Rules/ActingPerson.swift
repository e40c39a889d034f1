import Contracts
import Feature

/// Who may act for whom, and for how long.
struct ActingPerson: Rule {
  static let id = "accounts.acting-person"
  static let texts = Texts(
    "جانشین از همان استان، با نامه و برای دوره‌ای معین و نه گذشته است.",
    "An acting person is of the same province, named by letter, for a period that is not past.")
  static let source = Citation.productDefault
  static let parameters = [
    // Half a year; longer is no absence but a post to be given.
    Parameter("longestDays", 180, "بلندترین جانشینی", "the longest absence", unit: ("روز", "days"), within: 1...366)
  ]

  struct Parameters: Codable, Sendable {
    var longestDays: Int
  }

  struct Facts: Codable, Sendable {
    /// Whether whoever names is the office-holder, or stands above them.
    var isEntitled: Bool
    var isSamePerson: Bool
    var isSameProvince: Bool
    /// Whether the acting person's account is open.
    var isOpen: Bool
    /// Whether the absent one holds a post in the period.
    var holdsPost: Bool
    /// Whether somebody acts for the same person in a part of the period already.
    var overlaps: Bool
    var firstDay: JalaliDay
    var lastDay: JalaliDay
  }

  enum Objection: RuleObjection {
    case notEntitled, samePerson, otherProvince, closedAccount, noPost, overlapping
    case period
    case past(JalaliDay)
    case tooLong(Int)

    var code: String {
      switch self {
      case .notEntitled: "accounts.acting-not-entitled"
      case .samePerson: "accounts.acting-same-person"
      case .otherProvince: "accounts.acting-other-province"
      case .closedAccount: "accounts.acting-closed"
      case .noPost: "accounts.acting-no-post"
      case .overlapping: "accounts.acting-overlaps"
      case .period: "accounts.acting-period"
      case .past: "accounts.acting-past"
      case .tooLong: "accounts.acting-too-long"
      }
    }

    var texts: Texts {
      switch self {
      case .notEntitled:
        Texts(
          "جانشین را صاحب سمت یا مدیرکل استان (در بهزیستی کشور مدیر سامانه) نام می‌برد.",
          "An acting person is named by the office-holder or the director-general (at the national office, an administrator).")
      case .samePerson: Texts("کسی جانشین خود نیست.", "Nobody acts for themselves.")
      case .otherProvince: Texts("جانشین باید از همان استان باشد.", "The acting person must be of the same province.")
      case .closedAccount: Texts("حساب جانشین بسته است.", "The account of the acting person is closed.")
      case .noPost: Texts("این همکار در این دوره سمتی ندارد.", "This colleague holds no post in the period.")
      case .overlapping: Texts("در بخشی از این دوره جانشین دیگری هست.", "Somebody acts in a part of this period already.")
      case .period: Texts("پایان دوره پیش از آغاز آن است.", "The period ends before it begins.")
      case .past(let today):
        Texts("دوره نمی‌تواند پیش از امروز (\(today.textFa)) آغاز شود.", "The period cannot begin before today (\(today.text)).")
      case .tooLong(let most):
        Texts(
          "جانشینی بیش از \(most) روز نیست؛ برای زمان بیشتر سمت بدهید.",
          "Nobody acts for more than \(most) days; for longer, assign the post.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if !facts.isEntitled { found.append(.notEntitled) }
    if facts.isSamePerson { found.append(.samePerson) }
    if !facts.isSameProvince { found.append(.otherProvince) }
    if !facts.isOpen { found.append(.closedAccount) }
    if !facts.holdsPost { found.append(.noPost) }
    if facts.overlaps { found.append(.overlapping) }
    if facts.lastDay < facts.firstDay { found.append(.period) }
    if facts.firstDay < day { found.append(.past(day)) }
    if facts.lastDay.number - facts.firstDay.number >= parameters.longestDays { found.append(.tooLong(parameters.longestDays)) }
    return found
  }
}
