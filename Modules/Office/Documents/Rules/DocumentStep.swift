public import Jalali
public import Rules
public import Values

/// A filed paper is sighted and then verified or rejected; a verified one can only be superseded.
public struct DocumentStep: Rule {
  public static let id = "documents.document-step"
  public static let texts = Texts(
    "سند پس از رؤیت اصل تأیید می‌شود؛ سند ردشده یا جایگزین‌شده دیگر تغییر نمی‌کند.",
    "A paper is verified after its original was seen; a rejected or superseded one does not change any more.")
  public static let source = Citation(
    "S1", "شناسنامهٔ خدمت ۱۹۰۷۱۰۵۹۱۰۵، مراجعهٔ حضوری برای احراز اصالت مدارک",
    "service fact sheet 19071059105, visit in person to authenticate documents")
  public static let parameters = [
    Parameter("sightedFirst", true, "رؤیت اصل پیش از تأیید", "the original must be seen before verification")
  ]

  public struct Parameters: Codable, Sendable {
    public var sightedFirst: Bool
  }

  public enum Step: String, Choice {
    case sight, verify, reject, supersede

    public var texts: Texts {
      switch self {
      case .sight: Texts("رؤیت", "sighting")
      case .verify: Texts("تأیید", "verification")
      case .reject: Texts("رد", "rejection")
      case .supersede: Texts("جایگزینی", "supersession")
      }
    }
  }

  public struct Facts: Codable, Sendable {
    public var state: DocumentState
    public var step: Step
    public var isSighted: Bool
    /// For a supersession: whether the newer paper stands, for the same object.
    public var successorFits: Bool?
  }

  public enum Objection: RuleObjection {
    case notNow(DocumentState, Step)
    case notSighted
    case otherObject

    public var code: String {
      switch self {
      case .notNow: "documents.not-now"
      case .notSighted: "documents.not-sighted"
      case .otherObject: "documents.other-object"
      }
    }

    public var texts: Texts {
      switch self {
      case .notNow(let state, let step):
        Texts(
          "سندی که \(state.texts.fa) است \(step.texts.fa) نمی‌پذیرد.",
          "A document that is \(state.texts.en) does not allow \(step.texts.en).")
      case .notSighted: Texts("اصل سند هنوز رؤیت نشده است.", "The original has not been seen yet.")
      case .otherObject:
        Texts(
          "سند جایگزین باید سند دیگری از همان موضوع و همان نوع باشد که رد یا جایگزین نشده است.",
          "The newer document must be another standing one of the same object and kind.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    let allowed: [DocumentState] =
      switch facts.step {
      case .sight, .supersede: [.filed, .verified]
      case .verify, .reject: [.filed]
      }
    guard allowed.contains(facts.state) else { return [.notNow(facts.state, facts.step)] }
    if facts.step == .verify, parameters.sightedFirst, !facts.isSighted { return [.notSighted] }
    return facts.successorFits == false ? [.otherObject] : []
  }
}
