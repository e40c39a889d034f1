import Contracts
import Feature

/// Whose hand is the second one on a post that decides: neither the holder's nor the proposer's.
struct SecondHand: Rule {
  static let id = "accounts.second-hand"
  static let texts = Texts(
    "سمتی که تأیید یا امضا می‌کند را کسی جز پیشنهاددهنده و صاحب سمت تأیید می‌کند.",
    "A post that approves or signs is confirmed by somebody who neither proposed it nor is to hold it.")
  static let source = Citation("D", "تفکیک وظایف", "separation of duties")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    /// Whether whoever confirms is to hold the post, or stands in the place of whoever is.
    var isHolder: Bool
    /// Whether whoever confirms proposed it, or one of the two acts for the other.
    var isProposer: Bool
  }

  enum Objection: RuleObjection {
    case ownPost, ownProposal

    var code: String {
      switch self {
      case .ownPost: "accounts.own-post"
      case .ownProposal: "accounts.own-proposal"
      }
    }
    var texts: Texts {
      switch self {
      case .ownPost:
        Texts("سمت خود را نمی‌توان تأیید یا رد کرد؛ همکار دیگری باید.", "Nobody confirms or rejects their own post; another colleague must.")
      case .ownProposal:
        Texts(
          "این سمت را شما پیشنهاد کرده‌اید؛ مدیر دیگری یا مدیرکل تأیید می‌کند، و با accounts end-post پس گرفته می‌شود.",
          "You proposed this post; another administrator or the director-general confirms it, and accounts end-post takes it back.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    (facts.isHolder ? [.ownPost] : []) + (facts.isProposer ? [.ownProposal] : [])
  }
}
