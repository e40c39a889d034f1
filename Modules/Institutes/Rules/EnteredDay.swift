import Contracts
import Feature

/// A day that is entered on an institute has come, and is not long past: what is older comes with the papers of then.
struct EnteredDay: Rule {
  static let id = "institutes.entered-day"
  static let texts = Texts(
    "روز درخواست، آغاز و پایان سمت در آینده نیست و آغاز و درخواست دیرزمانی نگذشته است.",
    "The day of a request and of the beginning and end of a post is not to come; request and beginning are not long past.")
  static let source = Citation.productDefault
  static let parameters = [
    // A letter that was mislaid is entered within a year; an older day is a year mistyped.
    Parameter(
      "backDays", 366, "دورترین روز پیش از امروز", "how long ago the day may be", unit: ("روز", "days"), within: 30...3_650)
  ]

  struct Parameters: Codable, Sendable {
    var backDays: Int
  }

  struct Facts: Codable, Sendable {
    var what: DayEntered
    var entered: JalaliDay
  }

  enum Objection: RuleObjection {
    case toCome(DayEntered)
    case tooLongAgo(DayEntered, JalaliDay)

    var code: String {
      switch self {
      case .toCome(.request): "institutes.future-request"
      case .toCome: "institutes.day-to-come"
      case .tooLongAgo: "institutes.day-too-long-ago"
      }
    }

    var texts: Texts {
      switch self {
      case .toCome(let what):
        Texts(
          "«\(what.texts.fa)» در آینده است؛ در همان روز یا پس از آن ثبت کنید.",
          "The \(what.texts.en) lies in the future: enter it on that day or later.")
      case .tooLongAgo(let what, let earliest):
        Texts(
          "«\(what.texts.fa)» باید از \(earliest.textFa) به بعد باشد، چون روز کهنه‌تر بیشتر سالی نادرست است؛ سال را بازبینی کنید.",
          "The \(what.texts.en) must be no earlier than \(earliest.text), since an older day is mostly a year mistyped: check the year.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    if facts.entered > day { return [.toCome(facts.what)] }
    let earliest = day.adding(days: -parameters.backDays)
    // The end of a post is held by its beginning, and whoever hears of it late says the day it had.
    return facts.what != .postEnd && facts.entered < earliest ? [.tooLongAgo(facts.what, earliest)] : []
  }
}

/// What happened on a day that is entered.
enum DayEntered: String, Choice {
  case request, postBegin, postEnd

  var texts: Texts {
    switch self {
    case .request: Texts("روز درخواست", "day of the request")
    case .postBegin: Texts("روز آغاز سمت", "first day of the post")
    case .postEnd: Texts("آخرین روز سمت", "last day of the post")
    }
  }
}
