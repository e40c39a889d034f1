import Contracts
import Feature

/// An objection is raised in time, once; who decides on it has neither refused nor prepared.
struct ObjectionTerm: Rule {
  static let id = "groups.objection-term"
  static let texts = Texts(
    "به رد درخواست تا چند روز پس از تحویل آن می‌توان اعتراض کرد و مقام بالاتر در مهلت معین تصمیم می‌گیرد.",
    "An objection to a refusal is raised within some days after it was handed over, and decided by the superior within some days.")
  static let source = Citation(
    "D", "هر رد یا تصمیمی یک بار، ظرف ۳۰ روز از تحویل، قابل اعتراض است؛ منابع مهلتی نگفته‌اند",
    "every refusal can be objected to once, within 30 days of hand-over; the sources give no time")
  static let parameters = [
    // A week is what a letter takes; after a quarter the place has gone on.
    Parameter(
      "daysToObject", 30, "مهلت اعتراض پس از تحویل", "days for the objection after the hand-over", unit: ("روز", "days"), within: 7...90),
    Parameter(
      "daysToDecide", 30, "مهلت تصمیم دربارهٔ اعتراض", "days for the decision on it", unit: ("روز", "days"), within: 7...90),
  ]

  struct Parameters: Codable, Sendable {
    var daysToObject: Int
    var daysToDecide: Int
  }
  struct Facts: Codable, Sendable {
    /// nil for a refusal of which only the hand-over is known.
    var refusedOn: JalaliDay?
    var handedOverOn: JalaliDay
    var objectedOn: JalaliDay
  }

  enum Objection: RuleObjection {
    case toCome, beforeRefusal, beforeHandOver
    case late(JalaliDay)

    var code: String {
      switch self {
      case .toCome: "groups.objection-to-come"
      case .beforeRefusal: "groups.hand-over-before-refusal"
      case .beforeHandOver: "groups.objection-before-hand-over"
      case .late: "groups.objection-late"
      }
    }
    var texts: Texts {
      switch self {
      case .toCome: Texts("روز اعتراض هنوز نیامده است.", "The day of the objection is still to come.")
      case .beforeRefusal: Texts("روز تحویل پیش از رد درخواست است.", "The day of the hand-over lies before the refusal.")
      case .beforeHandOver: Texts("روز اعتراض پیش از تحویل است.", "The day of the objection lies before the hand-over.")
      case .late(let last):
        Texts(
          "مهلت اعتراض در \(last.longText) پایان یافت؛ متقاضی می‌تواند درخواست تازه بدهد.",
          "The time for an objection ended on \(last.longTextEn); the applicant may ask anew.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.objectedOn > day { objections.append(.toCome) }
    if let refused = facts.refusedOn, facts.handedOverOn < refused { objections.append(.beforeRefusal) }
    if facts.objectedOn < facts.handedOverOn { objections.append(.beforeHandOver) }
    let last = facts.handedOverOn.adding(days: parameters.daysToObject)
    if facts.objectedOn > last { objections.append(.late(last)) }
    return objections
  }
}

/// An objection waits for one decision.
struct ObjectionLifecycle: StateMachine {
  typealias Subject = ObjectionEntity
  static let id = "groups.objection-step"
  static let objectionCode = "groups.not-an-objection-step"
  static let texts = Texts("دربارهٔ هر اعتراض یک بار تصمیم گرفته می‌شود.", "An objection is decided on once.")
  static let source = ObjectionTerm.source
  static let transitions: [Transition<ObjectionState, ObjectionMove>] = [
    .init(.uphold, from: [.open], to: .upheld, by: DecideObjection.self),
    .init(.reject, from: [.open], to: .rejected, by: DecideObjection.self),
  ]
}

/// What can become of an objection.
enum ObjectionMove: String, Choice {
  case uphold, reject

  var texts: Texts {
    switch self {
    case .uphold: Texts("پذیرش اعتراض", "upholding")
    case .reject: Texts("رد اعتراض", "rejecting")
    }
  }
}
