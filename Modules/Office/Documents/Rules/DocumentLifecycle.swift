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
    .init(.sight, from: [.filed], to: .filed, by: SightDocument.self, until: "sightedOn"),
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

/// A paper is verified after its original was seen, and gives way only to one of its kind.
struct DocumentStep: Rule {
  static let id = "documents.document-step"
  static let version = 2
  static let texts = Texts(
    "سند پس از رؤیت اصل تأیید می‌شود و تنها سندی از همان گونه جای آن را می‌گیرد.",
    "A document is verified after its original has been seen, and superseded only by one of its kind.")
  static let source = Citation(
    "S1", "شناسنامهٔ خدمت ۱۹۰۷۱۰۵۹۱۰۵، مراجعهٔ حضوری برای احراز اصالت مدارک",
    "service fact sheet 19071059105, visit in person to authenticate documents")
  static let parameters = [
    Parameter("sightedFirst", true, "رؤیت اصل پیش از تأیید", "the original must be seen before verification")
  ]

  struct Parameters: Codable, Sendable { var sightedFirst: Bool }
  struct Facts: Codable, Sendable {
    var move: DocumentMove
    var isSighted: Bool
    /// For a supersession: whether the newer paper stands, for the same object.
    var successorFits: Bool?
  }

  enum Objection: RuleObjection {
    case notSighted, otherObject

    var code: String {
      switch self {
      case .notSighted: "documents.not-sighted"
      case .otherObject: "documents.other-object"
      }
    }
    var texts: Texts {
      switch self {
      case .notSighted: Texts("اصل سند هنوز رؤیت نشده است.", "The original has not been seen yet.")
      case .otherObject:
        Texts(
          "سند جایگزین باید سند دیگری از همان موضوع و همان نوع باشد که رد یا جایگزین نشده است.",
          "The newer document must be another standing one of the same object and kind.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    if facts.move == .verify, parameters.sightedFirst, !facts.isSighted { return [.notSighted] }
    return facts.successorFits == false ? [.otherObject] : []
  }
}
