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
          "حضور \(present) از \(all) نیم‌روز دوره است و دست‌کم \(share) درصد لازم است: \(present)×100 کمتر از \(share)×\(all) است.",
          "Present in \(present) of the course's \(all) half days; at least \(share) percent are needed: \(present)×100 is less than \(share)×\(all)."
        )
      case .noScore: Texts("ارزشیابی نشده است.", "There is no evaluation.")
      case .score(let least): Texts("نمره کمتر از \(least) است.", "The score is below \(least).")
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
  static let texts = Texts(
    "حضور دهیار را سازمان شهرداری‌ها و دهیاری‌ها و حضور بهورز را شبکهٔ مراقبت‌های بهداشتی اولیه با نامه تأیید می‌کند.",
    "The Organisation of Municipalities and Dehyaris confirms a dehyar by letter, the primary health-care network a behvarz."
  )
  static let source = Citation("S3", "بند ۹، ارتباط با سایر دستگاه‌ها", "field 9, links with other bodies")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var kind: ParticipantKind
    var letterNumber: String
    var letterDate: JalaliDay
  }

  enum Objection: RuleObjection {
    case notNeeded
    case noNumber
    case inFuture

    var code: String {
      switch self {
      case .notNeeded: "training.confirmation-not-needed"
      case .noNumber: "training.letter-number"
      case .inFuture: "training.letter-in-future"
      }
    }
    var texts: Texts {
      switch self {
      case .notNeeded:
        Texts(
          "حضور این شخص به تأیید دستگاه دیگری نیاز ندارد.", "This person's attendance needs no outside confirmation.")
      case .noNumber: Texts("شمارهٔ نامه را بنویسید.", "Write the number of the letter.")
      case .inFuture: Texts("تاریخ نامه پس از امروز است.", "The letter's date lies in the future.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.kind.confirmedBy == nil { objections.append(.notNeeded) }
    if facts.letterNumber.isEmpty { objections.append(.noNumber) }
    if facts.letterDate > day { objections.append(.inFuture) }
    return objections
  }
}
