import Contracts
import Feature

/// A scheme ends once, on a day that has come and is not long past, not before its neighbourhood was chosen.
struct SchemeTerm: Rule {
  static let id = "mobilisation.scheme-term"
  static let texts = Texts(
    "طرح یک محله یک بار، پس از انتخاب آن و در روزی که آمده و دیرزمانی نگذشته است پایان می‌یابد.",
    "A scheme ends once, after its neighbourhood was chosen, on a day that has come and is not long past.")
  static let source = Citation.productDefault
  static let parameters = [
    // What ended before is entered within a year; an older day is a year mistyped.
    Parameter(
      "endBackDays", 366, "دورترین روز پایان پیش از امروز", "how long ago the last day may be", unit: ("روز", "days"), within: 30...3_650)
  ]

  struct Parameters: Codable, Sendable {
    var endBackDays: Int
  }

  struct Facts: Codable, Sendable {
    /// nil while no neighbourhood is chosen.
    var chosenOn: JalaliDay?
    /// The last day that is recorded already.
    var endedOn: JalaliDay?
    var ends: JalaliDay
  }

  enum Objection: RuleObjection {
    case notChosen, toCome
    case ended(JalaliDay)
    case beforeChoice(JalaliDay)
    case tooLongAgo(JalaliDay)

    var code: String {
      switch self {
      case .notChosen: "mobilisation.no-scheme"
      case .toCome: "mobilisation.scheme-end-to-come"
      case .ended: "mobilisation.scheme-ended"
      case .beforeChoice: "mobilisation.scheme-end-before-choice"
      case .tooLongAgo: "mobilisation.scheme-end-too-long-ago"
      }
    }

    var texts: Texts {
      switch self {
      case .notChosen:
        Texts(
          "برای این کلینیک محله‌ای انتخاب نشده است و طرحی نیست که پایان یابد.",
          "No neighbourhood is chosen for this clinic, so that there is no scheme to end.")
      case .toCome: Texts("آخرین روز طرح هنوز نیامده است؛ در آن روز ثبت کنید.", "The last day is still to come: enter it on that day.")
      case .ended(let day): Texts("این طرح در \(day.textFa) پایان یافته است.", "This scheme ended on \(day.text).")
      case .beforeChoice(let day):
        Texts(
          "محله در \(day.textFa) انتخاب شد؛ آخرین روز باید همان روز یا پس از آن باشد.",
          "The neighbourhood was chosen on \(day.text): the last day is that day or later.")
      case .tooLongAgo(let earliest):
        Texts(
          "آخرین روز باید از \(earliest.textFa) به بعد باشد، چون روز کهنه‌تر بیشتر سالی نادرست است؛ سال را بازبینی کنید.",
          "The last day must be no earlier than \(earliest.text), since an older one is mostly a year mistyped: check the year.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    guard let chosen = facts.chosenOn else { return [.notChosen] }
    if let ended = facts.endedOn { return [.ended(ended)] }
    if facts.ends > day { return [.toCome] }
    if facts.ends < chosen { return [.beforeChoice(chosen)] }
    let earliest = day.adding(days: -parameters.endBackDays)
    return facts.ends < earliest ? [.tooLongAgo(earliest)] : []
  }
}
