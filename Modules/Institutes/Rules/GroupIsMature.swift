public import Jalali
public import Rules
public import Values

/// Only a mature group founds an institute.
public struct GroupIsMature: Rule {
  public static let id = "institutes.group-is-mature"
  public static let texts = Texts(
    "تنها گروهی که به بالندگی رسیده است می‌تواند مؤسسه بنیاد کند.", "Only a mature group may found an institute.")
  public static let source = Citation(
    "S1", "شناسنامهٔ خدمت 19071059105: بالندگی اجتماعی", "service fact sheet 19071059105: social maturity")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var group: String
    public var state: String
  }

  public enum Objection: RuleObjection {
    case notMature(group: String, state: String)

    public var code: String { "institutes.group-not-mature" }
    public var texts: Texts {
      switch self {
      case .notMature(let group, let state):
        Texts(
          "گروه \(group) هنوز در حالت «\(state)» است؛ نخست باید بالندگی آن ارزیابی شود.",
          "The group \(group) is in the state '\(state)'; its maturity has to be assessed first.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.state == "mature" ? [] : [.notMature(group: facts.group, state: facts.state)]
  }
}
