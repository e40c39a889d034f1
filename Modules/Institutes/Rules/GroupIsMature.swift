import Contracts
import Feature

/// Only a mature group founds an institute.
struct GroupIsMature: Rule {
  static let id = "institutes.group-is-mature"
  static let texts = Texts(
    "تنها گروهی که به بالندگی رسیده است می‌تواند مؤسسه بنیاد کند.", "Only a mature group may found an institute.")
  static let source = Citation(
    "S1", "شناسنامهٔ خدمت 19071059105: بالندگی اجتماعی", "service fact sheet 19071059105: social maturity")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var group: String
    var state: GroupState
  }

  enum Objection: RuleObjection {
    case notMature(group: String, state: GroupState)

    var code: String { "institutes.group-not-mature" }
    var texts: Texts {
      switch self {
      case .notMature(let group, let state):
        Texts(
          "گروه \(group) هنوز در حالت «\(state.texts.fa)» است؛ نخست باید بالندگی آن ارزیابی شود.",
          "The group \(group) is in the state '\(state.texts.en)'; its maturity has to be assessed first.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.state == .mature ? [] : [.notMature(group: facts.group, state: facts.state)]
  }
}
