import Contracts
import Feature

/// A post that decides counts from its confirmation on; what was rejected or withdrawn never does.
struct PostConfirmationLife: StateMachine {
  typealias Subject = PostConfirmationEntity
  static let id = "accounts.post-confirmation-step"
  static let objectionCode = "accounts.no-such-confirmation-step"
  static let texts = Texts(
    "سمتی که تأیید یا امضا می‌کند با تأیید دست دوم به کار می‌آید و پس از رد یا پس‌گرفتن برنمی‌گردد.",
    "A post that approves or signs counts once a second hand confirmed it, and never after it was rejected or withdrawn.")
  static let source = Citation("D", "تفکیک وظایف", "separation of duties")
  /// Confirmed at once where the nation has a single administrator.
  static let beginnings: [PostConfirmationState] = [.proposed, .confirmed]
  static let transitions: [Transition<PostConfirmationState, PostConfirmationMove>] = [
    .init(.confirm, from: [.proposed], to: .confirmed, by: ConfirmPost.self),
    .init(.reject, from: [.proposed], to: .rejected, by: RejectPost.self, role: .exceptional),
    .init(.withdraw, from: [.proposed], to: .withdrawn, by: EndPost.self, role: .exceptional),
    .init(.withdraw, from: [.proposed], to: .withdrawn, by: LeaveOffice.self, role: .exceptional),
  ]
}

/// The moves of a post that waits.
enum PostConfirmationMove: String, Choice {
  case confirm, reject, withdraw

  var texts: Texts {
    switch self {
    case .confirm: Texts("تأیید", "confirmation")
    case .reject: Texts("رد", "rejection")
    case .withdraw: Texts("پس‌گرفتن", "withdrawal")
    }
  }
}
