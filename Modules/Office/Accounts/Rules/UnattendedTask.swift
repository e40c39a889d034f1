import Contracts
import Feature

/// When the work of a post for which nobody is there is shown to the superior.
struct UnattendedTask: Rule {
  static let id = "accounts.unattended-task"
  static let texts = Texts(
    "کار کسی که نیست و جانشین ندارد، پس از چند روز کاری به مقام بالاتر نشان داده می‌شود؛ با آن اختیاری نمی‌رسد.",
    "Work of somebody who is away without an acting person is shown to the superior after some working days; no right comes with it.")
  static let source = Citation.productDefault
  static let parameters = [
    Parameter(
      "workingDays", 5, "روز کاری تا نشان‌دادن به مقام بالاتر", "working days until the superior is shown it",
      unit: ("روز کاری", "working days"), within: 1...30)
  ]

  struct Parameters: Codable, Sendable {
    var workingDays: Int
  }

  struct Facts: Codable, Sendable {
    /// Whole working days that have passed since the work has waited and nobody has been there.
    var workingDays: Int
  }

  enum Objection: RuleObjection {
    case notYet(Int)

    var code: String { "accounts.unattended-not-yet" }
    var texts: Texts {
      switch self {
      case .notYet(let days):
        Texts(
          "هنوز \(PersianText.persianDigits(days)) روز کاری نگذشته است.", "Fewer than \(days) working days have passed.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    facts.workingDays < parameters.workingDays ? [.notYet(parameters.workingDays)] : []
  }
}
