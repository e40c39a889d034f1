import Contracts
import Feature

/// A filed paper is sighted and then verified or rejected; a verified one can only be superseded.
struct DocumentLifecycle: StateMachine {
  typealias Subject = DocumentEntity
  static let id = "documents.document-life"
  static let objectionCode = "documents.not-now"
  static let texts = Texts(
    "سند بایگانی‌شده تأیید یا رد می‌شود؛ سند ردشده یا جایگزین‌شده دیگر تغییر نمی‌کند.",
    "A filed document is verified or rejected; a rejected or superseded one no longer changes.")
  static let source = DocumentStep.source
  static let transitions: [Transition<DocumentState, DocumentMove>] = [
    .init(.sight, from: [.filed], to: .filed, by: SightDocument.self),
    .init(.sight, from: [.verified], to: .verified, by: SightDocument.self, role: .exceptional),
    .init(.verify, from: [.filed], to: .verified, by: VerifyDocument.self),
    .init(.reject, from: [.filed], to: .rejected, by: RejectDocument.self, role: .exceptional),
    .init(.supersede, from: [.filed, .verified], to: .superseded, by: SupersedeDocument.self, role: .exceptional),
  ]
}

/// What happens to a paper.
enum DocumentMove: String, Choice {
  case sight, verify, reject, supersede

  var texts: Texts {
    switch self {
    case .sight: Texts("رؤیت", "sighting")
    case .verify: Texts("تأیید", "verification")
    case .reject: Texts("رد", "rejection")
    case .supersede: Texts("جایگزینی", "supersession")
    }
  }
}
