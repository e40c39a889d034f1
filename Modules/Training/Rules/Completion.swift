import Contracts
import Feature

/// Who was there enough, passed the evaluation and is confirmed where S3 asks for it has completed the course.
struct Completion: Rule {
  static let id = "training.completion"
  static let texts = Texts(
    "گذراندن دوره حضور کافی، نمرهٔ قبولی و، برای دهیار و بهورز، تأیید دستگاه مربوط می‌خواهد.",
    "Completing a course takes enough attendance, a passing evaluation and, for dehyars and behvarzes, the outside confirmation."
  )
  static let source = Citation(
    "S3", "بندهای ۹ و ۱۰: تأیید حضور و ارزشیابی", "fields 9 and 10: confirmation of attendance, evaluation")
  static let parameters = [
    // Who missed more than half has not attended.
    Parameter(
      "minimumShare", 80, "کمترین سهم نیم‌روزهای حضور", "least share of half days attended", unit: ("درصد", "percent"), within: 50...100),
    // Of 100 points; 0 where the evaluation only has to have taken place.
    Parameter("minimumScore", 60, "کمترین نمرهٔ ارزشیابی", "least evaluation score", unit: ("از ۱۰۰", "of 100"), within: 0...100),
  ]

  struct Parameters: Codable, Sendable {
    var minimumShare: Int
    var minimumScore: Int
  }

  struct Facts: Codable, Sendable {
    var isSeated: Bool
    var halfDaysPresent: Int
    var halfDays: Int
    var score: Int?
    var isConfirmed: Bool
  }

  enum Objection: RuleObjection {
    case notSeated
    case absent(Int, of: Int, share: Int)
    case noScore
    case score(Int)
    case notConfirmed

    var code: String {
      switch self {
      case .notSeated: "training.not-a-participant"
      case .absent: "training.absent"
      case .noScore: "training.no-score"
      case .score: "training.score"
      case .notConfirmed: "training.not-confirmed"
      }
    }
    var texts: Texts {
      switch self {
      case .notSeated: Texts("این شخص شرکت‌کنندهٔ دوره نیست.", "This person is not a participant of the course.")
      case .absent(let present, let all, let share):
        Texts(
          PersianText.persianDigits(
            "حضور \(present) از \(all) نیم‌روز دوره است و دست‌کم \(share) درصد لازم است: \(present)×100 کمتر از \(share)×\(all) است."),
          "Present in \(present) of the course's \(all) half days; at least \(share) percent are needed: \(present)×100 is less than \(share)×\(all)."
        )
      case .noScore: Texts("ارزشیابی نشده است.", "There is no evaluation.")
      case .score(let least): Texts("نمره کمتر از \(PersianText.persianDigits(least)) است.", "The score is below \(least).")
      case .notConfirmed: Texts("نامهٔ تأیید دستگاه مربوط نرسیده است.", "The outside body's letter has not arrived.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    guard facts.isSeated else { return [.notSeated] }
    var objections: [Objection] = []
    if !Share(facts.halfDaysPresent, of: facts.halfDays).reaches(parameters.minimumShare, per: 100) {
      objections.append(.absent(facts.halfDaysPresent, of: facts.halfDays, share: parameters.minimumShare))
    }
    if let score = facts.score {
      if score < parameters.minimumScore { objections.append(.score(parameters.minimumScore)) }
    } else {
      objections.append(.noScore)
    }
    if !facts.isConfirmed { objections.append(.notConfirmed) }
    return objections
  }
}

/// Dehyars and behvarzes take part as local facilitators when their own organisation confirms it by letter.
struct OutsideConfirmation: Rule {
  static let id = "training.outside-confirmation"
  static let version = 2
  static let texts = Texts(
    "حضور دهیار را سازمان شهرداری‌ها و دهیاری‌ها و حضور بهورز را شبکهٔ مراقبت‌های بهداشتی اولیه با نامه‌ای نه کهنه تأیید می‌کند.",
    "The Organisation of Municipalities and Dehyaris confirms a dehyar by a letter that is not old, the primary health-care network a behvarz."
  )
  static let source = Citation("S3", "بند ۹، ارتباط با سایر دستگاه‌ها", "field 9, links with other bodies")
  static let parameters = [
    // A letter may name those of a whole year's courses; an older date is a year mistyped.
    Parameter(
      "letterBackDays", 366, "دورترین تاریخ نامه پیش از امروز", "how old the letter may be", unit: ("روز", "days"), within: 30...3_650)
  ]

  struct Parameters: Codable, Sendable {
    var letterBackDays: Int
  }

  struct Facts: Codable, Sendable {
    var kind: ParticipantKind
    var letterNumber: String
    var letterDate: JalaliDay
  }

  enum Objection: RuleObjection {
    case notNeeded
    case noNumber
    case inFuture
    case tooOld(JalaliDay)

    var code: String {
      switch self {
      case .notNeeded: "training.confirmation-not-needed"
      case .noNumber: "training.letter-number"
      case .inFuture: "training.letter-in-future"
      case .tooOld: "training.letter-too-old"
      }
    }
    var texts: Texts {
      switch self {
      case .notNeeded:
        Texts(
          "حضور این شخص به تأیید دستگاه دیگری نیاز ندارد.", "This person's attendance needs no outside confirmation.")
      case .noNumber: Texts("شمارهٔ نامه را بنویسید.", "Write the number of the letter.")
      case .inFuture: Texts("تاریخ نامه پس از امروز است.", "The letter's date lies in the future.")
      case .tooOld(let earliest):
        Texts(
          "تاریخ نامه باید از \(earliest.textFa) به بعد باشد، چون نامهٔ کهنه‌تر از این دوره سخن نمی‌گوید؛ سال را بازبینی کنید یا نامهٔ تازه بخواهید.",
          "The letter must be dated no earlier than \(earliest.text), since an older one does not speak of this course: check the year, or ask for a new letter."
        )
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.kind.confirmedBy == nil { objections.append(.notNeeded) }
    if facts.letterNumber.isEmpty { objections.append(.noNumber) }
    if facts.letterDate > day { objections.append(.inFuture) }
    let earliest = day.adding(days: -parameters.letterBackDays)
    if facts.letterDate < earliest { objections.append(.tooOld(earliest)) }
    return objections
  }
}
