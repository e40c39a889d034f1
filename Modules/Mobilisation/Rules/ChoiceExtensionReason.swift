import Contracts
import Feature

/// The time for the choice grows only for a reason that rests on something.
struct ChoiceExtensionReason: Rule {
  static let id = "mobilisation.choice-extension"
  static let texts = Texts(
    "مهلت انتخاب محله تنها با ذکر علت و مستند آن تمدید می‌شود.",
    "The time for the choice is extended only with a reason and what it rests on.")
  static let source = Citation(
    "D", "پیش‌فرض این سامانه؛ S2 از تمدید سخنی نمی‌گوید", "default of this product; S2 says nothing of extensions")
  static let parameters = [
    // No extension is longer than the longest time that the choice itself can have.
    Parameter("maximumDays", 15, "بیشترین روزهای یک تمدید", "most days of one extension", unit: ("روز", "days"), within: 1...60)
  ]

  struct Parameters: Codable, Sendable {
    var maximumDays: Int
  }

  struct Facts: Codable, Sendable {
    var days: Int
    var reason: String
    var citation: String
  }

  enum Objection: RuleObjection {
    case noReason, noCitation
    case daysOutOfRange(maximum: Int)

    var code: String {
      switch self {
      case .noReason: "mobilisation.extension-no-reason"
      case .noCitation: "mobilisation.extension-no-citation"
      case .daysOutOfRange: "mobilisation.extension-days"
      }
    }

    var texts: Texts {
      switch self {
      case .noReason: Texts("علت تمدید نوشته نشده است.", "No reason for the extension is given.")
      case .noCitation:
        Texts(
          "مستند تمدید (شماره و تاریخ نامه یا ماده) نوشته نشده است.",
          "What the extension rests on (a letter's number and date, an article) is not given.")
      case .daysOutOfRange(let maximum):
        Texts(
          "تمدید باید میان ۱ و \(PersianText.persianDigits("\(maximum)")) روز باشد.",
          "An extension has between 1 and \(maximum) days.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.reason.isEmpty { objections.append(.noReason) }
    if facts.citation.isEmpty { objections.append(.noCitation) }
    if facts.days < 1 || facts.days > parameters.maximumDays {
      objections.append(.daysOutOfRange(maximum: parameters.maximumDays))
    }
    return objections
  }
}
