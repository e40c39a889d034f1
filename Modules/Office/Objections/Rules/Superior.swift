import Contracts
import Feature

/// Whoever decides on an objection stands above whoever took the decision.
struct Superior: Rule {
  static let id = "objections.superior"
  static let texts = Texts(
    "دربارهٔ اعتراض مقام بالاتر از تصمیم‌گیرنده تصمیم می‌گیرد.", "The superior of whoever took the decision decides on an objection.")
  static let source = ObjectionTerm.source

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    /// The posts that may, by their ids.
    var superiors: [String]
    /// Those that whoever decides holds in that place.
    var held: [String]
  }

  enum Objection: RuleObjection {
    case notAbove([String])

    var code: String { "objections.not-the-superior" }
    var texts: Texts {
      switch self {
      case .notAbove(let roles):
        let posts = roles.map { id in Role.all.first { $0.id == id }?.texts ?? Texts(id, id) }
        return Texts(
          "دربارهٔ این اعتراض \(posts.map(\.fa).joined(separator: " یا ")) تصمیم می‌گیرد.",
          "This objection is decided by the \(posts.map(\.en).joined(separator: " or the ")).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    Set(facts.superiors).isDisjoint(with: facts.held) ? [.notAbove(facts.superiors)] : []
  }
}
