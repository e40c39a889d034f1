import Contracts
import Feature

/// The posts that answer objections: the holders of the right to it, of whom each decision names its own.
enum SuperiorPost: String, Choice {
  case preventionDeputy = "prevention.deputy"
  case provincialDirector = "provincial.director"
  case nationalAdmin = "national.admin"

  /// nil for a post that has no right to answer.
  init?(_ role: Role) { self.init(rawValue: role.id) }

  var texts: Texts {
    switch self {
    case .preventionDeputy: Role.preventionDeputy.texts
    case .provincialDirector: Role.provincialDirector.texts
    case .nationalAdmin: Role.nationalAdmin.texts
    }
  }
}

extension ContestedDecision {
  /// Who answers, the nearest first.
  var posts: [SuperiorPost] { superiors.compactMap { SuperiorPost($0) } }
}
