import Contracts
import Feature

/// A figure is frozen once its year is over; until then it is provisional. A year that had ended before the store had its
/// first entry was lived without it, so that nothing can be counted of it.
struct YearOver: Rule {
  static let id = "monitoring.year-over"
  static let version = 2
  static let texts = Texts(
    "سال پس از پایان آن اندازه‌گیری می‌شود؛ تا آن روز عددها موقت است. سالی که پیش از نخستین ثبت سامانه پایان یافته است اندازه‌گیری نمی‌شود.",
    "A year is measured once it is over; until then its figures are provisional. One that had ended before the system's first entry is not measured."
  )
  static let source = Citation("S0", "دورهٔ پایش و اندازه‌گیری: سالانه", "period of monitoring and measurement: yearly")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var year: Int
    /// The day of the store's first entry.
    var storeBegan: JalaliDay
  }

  enum Objection: RuleObjection {
    case running(JalaliDay)
    case beforeStore(JalaliDay)

    var code: String {
      switch self {
      case .running: "monitoring.year-running"
      case .beforeStore: "monitoring.before-store"
      }
    }
    var texts: Texts {
      switch self {
      case .running(let last):
        Texts(
          "این سال تا \(last.textFa) ادامه دارد؛ عددهای موقت آن در «شاخص‌ها» دیده می‌شود.",
          "This year lasts until \(last.text); its provisional figures are those of monitoring.indicators.")
      case .beforeStore(let began):
        Texts(
          "این سال پیش از نخستین ثبت سامانه در \(began.textFa) پایان یافته است و از آن چیزی ثبت نشده که شمرده شود؛ نخستین سالی که اندازه‌گیری می‌شود \(PersianText.persianDigits(began.year)) است.",
          "This year had ended before the system's first entry on \(began.text), so that nothing of it was recorded as it happened; the first year to measure is \(began.year)."
        )
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    let last = JalaliDay.lastDay(ofYear: facts.year)
    if day <= last { return [.running(last)] }
    return last < facts.storeBegan ? [.beforeStore(facts.storeBegan)] : []
  }
}

/// A frozen figure stands while facts are corrected; when they differ by more than a little, a revision is asked for.
struct RevisionAsked: Rule {
  static let id = "monitoring.revision-asked"
  static let texts = Texts(
    "تفاوت‌های در انتظار، عدد ثبت‌شده را تغییر نمی‌دهد؛ بیش از اندازهٔ تعیین‌شده، بازنگری خواسته می‌شود.",
    "Pending differences change no frozen figure; above a set share of it a revision is asked for.")
  static let source = Citation.productDefault
  static let parameters = [
    // From every difference to those as large as the figure itself.
    Parameter(
      "revisionFromPerMille", 10, "بازنگری بیش از این سهم", "a revision is asked above this share",
      unit: ("در هزار", "per thousand"), within: 0...1000)
  ]

  struct Parameters: Codable, Sendable {
    var revisionFromPerMille: Int
  }

  struct Facts: Codable, Sendable {
    var figures: [ChangedFigure]
  }

  /// How much of a frozen number is not as it was: what came and what went are added, so that they do not hide each other.
  struct ChangedFigure: Codable, Sendable {
    var figure: String
    var frozen: Int
    var changed: Int
  }

  enum Objection: RuleObjection {
    case changed(String, Int, Int)

    var code: String { "monitoring.revision-asked" }
    var texts: Texts {
      switch self {
      case .changed(let figure, let changed, let frozen):
        Texts(
          "\(PersianText.persianDigits(changed)) از \(PersianText.persianDigits(frozen)) در \(figure) دیگر چنان نیست که ثبت شد؛ سال را دوباره اندازه بگیرید.",
          "\(changed) of \(frozen) in \(figure) are not as they were frozen: measure the year again.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    facts.figures.filter { Share($0.changed, of: $0.frozen).exceeds(parameters.revisionFromPerMille, per: 1000) }.map {
      .changed($0.figure, $0.changed, $0.frozen)
    }
  }
}
