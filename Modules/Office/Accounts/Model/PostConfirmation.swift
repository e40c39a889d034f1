import Contracts
import Feature

enum PostConfirmationEntity: Entity {
  static let object = "accounts.post-confirmation"
  static let prefix: String? = "PC"
  static let texts = Texts("تأیید سمت", "confirmation of a post")
}

/// That a post which decides waits for a second hand, or what became of it. A post without any counts: one that decides
/// nothing, or was given before two hands were asked for.
struct PostConfirmation: StatefulRecord {
  typealias Of = PostConfirmationEntity
  typealias Machine = PostConfirmationLife
  static let table = Table("accounts_post_confirmation", reach: .province, isShared: true)

  var id = ID<PostConfirmationEntity>(0)
  var rev = 0
  /// nil for the national office.
  var province: Province?
  var post: ID<PostEntity>
  /// Whose post it is.
  var staff: ID<StaffEntity>
  /// Who proposed it; nil for the installation.
  var proposedBy: ID<StaffEntity>?
  /// In whose place they did; it is theirs as much.
  var proposedFor: ID<StaffEntity>?
  var state: PostConfirmationState
  /// How many people stand behind a confirmed one: one where the nation has a single administrator.
  var hands: Int?
  /// Why it was rejected.
  var reason: String?
}

/// Whether a post that decides counts.
enum PostConfirmationState: String, Choice {
  case proposed, confirmed, rejected, withdrawn

  var texts: Texts {
    switch self {
    case .proposed: Texts("در انتظار تأیید", "proposed")
    case .confirmed: Texts("تأییدشده", "confirmed")
    case .rejected: Texts("ردشده", "rejected")
    case .withdrawn: Texts("پس‌گرفته", "withdrawn")
    }
  }
}
