import Contracts
import Feature

/// A file needs a founding board of a certain size. No source gives the size for this organisation's institutes.
struct FoundingBoard: Rule {
  static let id = "institutes.founding-board"
  static let texts = Texts(
    "پرونده باید هیئت مؤسسی با شمار لازم داشته باشد.", "A file needs a founding board of the required size.")
  static let source = Citation(
    "S0", "PO-EBO-PRV-005-00: هیئت مؤسس", "PO-EBO-PRV-005-00: founding board")
  static let parameters = [
    // A board of three has a majority; the by-law of 1384, for bodies of another kind, asks for five, and fifteen is three times that.
    Parameter(
      "minimumFounders", nil, "کمترین شمار مؤسسان", "smallest founding board", unit: ("نفر", "people"), source: .nobody, within: 3...15)
  ]

  struct Parameters: Codable, Sendable {
    var minimumFounders: Int
  }

  struct Facts: Codable, Sendable {
    var founders: Int
  }

  enum Objection: RuleObjection {
    case tooFew(has: Int, needs: Int)

    var code: String { "institutes.too-few-founders" }
    var texts: Texts {
      switch self {
      case .tooFew(let has, let needs):
        Texts("هیئت مؤسس \(has) نفر دارد؛ \(needs) نفر لازم است.", "The founding board has \(has); it needs \(needs).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    facts.founders < parameters.minimumFounders
      ? [.tooFew(has: facts.founders, needs: parameters.minimumFounders)] : []
  }
}

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
