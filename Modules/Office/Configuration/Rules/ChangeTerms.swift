import Contracts
import Feature

/// From when a change may hold: tomorrow at the earliest and not years ahead; today and the past are acts of their own.
struct ChangeTerms: Rule {
  static let id = "configuration.change-terms"
  static let texts = Texts(
    "تغییر قواعد از فردا یا پس از آن است؛ تغییر همان روز، تغییر دور و اصلاح گذشته هر یک کار جداگانه‌ای است و دلیل می‌خواهد.",
    "A change of rules holds from tomorrow or later; one of the same day, one far ahead and a correction of the past are acts of "
      + "their own and say why.")
  static let source = ChangeLifecycle.source
  static let parameters = [
    Parameter(
      "daysAhead", 731, "تغییر عادی تا چند روز پیش‌تر", "how far ahead an ordinary change may lie", unit: ("روز", "days"),
      within: 1...3_660),
    Parameter(
      "mostDaysAhead", 3_660, "تغییر دور تا چند روز پیش‌تر", "how far ahead any change may lie", unit: ("روز", "days"),
      within: 366...7_320),
  ]

  struct Parameters: Codable, Sendable {
    var daysAhead: Int
    var mostDaysAhead: Int
  }
  struct Facts: Codable, Sendable {
    var from: JalaliDay
    var kind: ChangeKind
    /// Whether whoever proposes it said that it lies far ahead.
    var isFarAhead: Bool
    /// Whether nobody else could approve it, so that it holds as soon as it is proposed.
    var isOnlyHand: Bool
    var hasReason: Bool
  }

  enum Objection: RuleObjection {
    case past(JalaliDay), today, farAhead(JalaliDay, Int), beyond(JalaliDay, Int), notPast(JalaliDay), reasonMissing

    var code: String {
      switch self {
      case .past: "configuration.past"
      case .today: "configuration.not-before-tomorrow"
      case .farAhead: "configuration.far-ahead"
      case .beyond: "configuration.beyond"
      case .notPast: "configuration.not-past"
      case .reasonMissing: "configuration.reason-missing"
      }
    }
    var texts: Texts {
      switch self {
      case .past(let day):
        Texts(
          "روز \(day.textFa) گذشته است؛ روزی از فردا بدهید، یا گذشته را با configuration correct-past اصلاح کنید.",
          "\(day.text) is past; give a day from tomorrow on, or correct the past with configuration correct-past.")
      case .today:
        Texts(
          "تغییر از فردا اجرا می‌شود؛ اگر باید همین امروز باشد urgent=true و دلیل بدهید.",
          "A change holds from tomorrow; if it must hold today, say urgent=true and why.")
      case .farAhead(let day, let most):
        Texts(
          "تا \(day.textFa) بیش از \(PersianText.persianDigits(String(most))) روز مانده است؛ اگر درست است farAhead=true بدهید.",
          "\(day.text) is more than \(most) days ahead; if it is meant, say farAhead=true.")
      case .beyond(let day, let most):
        Texts(
          "تا \(day.textFa) بیش از \(PersianText.persianDigits(String(most))) روز مانده است و هیچ تغییری چنین دور نیست؛ تاریخ را درست کنید.",
          "\(day.text) is more than \(most) days ahead, further than any change may lie; mend the date.")
      case .notPast(let day):
        Texts(
          "روز \(day.textFa) هنوز نگذشته است؛ با configuration propose پیشنهاد کنید.",
          "\(day.text) is not past; propose it with configuration propose.")
      case .reasonMissing: Texts("دلیل تغییر فوری یا اصلاح گذشته را بنویسید.", "Say why it is urgent, or why the past is corrected.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    let ahead = facts.from.number - day.number
    var objections: [Objection] = []
    switch facts.kind {
    case .retroactive: if ahead >= 0 { objections.append(.notPast(facts.from)) }
    case .urgent, .ordinary:
      let isTodayMeant = facts.kind == .urgent || facts.isOnlyHand
      if ahead < 0 {
        objections.append(.past(facts.from))
      } else if ahead == 0, !isTodayMeant {
        objections.append(.today)
      } else if ahead > parameters.mostDaysAhead {
        objections.append(.beyond(facts.from, parameters.mostDaysAhead))
      } else if ahead > parameters.daysAhead, !facts.isFarAhead {
        objections.append(.farAhead(facts.from, parameters.daysAhead))
      }
    }
    if facts.kind != .ordinary, !facts.hasReason { objections.append(.reasonMissing) }
    return objections
  }
}
