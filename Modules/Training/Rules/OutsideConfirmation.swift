import Contracts
import Feature

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
