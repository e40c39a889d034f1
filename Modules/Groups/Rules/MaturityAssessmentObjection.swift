import Contracts
import Feature

extension MaturityAssessment {
  enum Objection: RuleObjection {
    case twice, weightsUnusable
    case missing(Criterion)
    case unknownOrRepeated(String)
    case outOfRange(String)
    case noEvidence(String)

    var code: String {
      switch self {
      case .twice: "groups.assessed-twice"
      case .weightsUnusable: "groups.weights-unusable"
      case .missing: "groups.criterion-missing"
      case .unknownOrRepeated: "groups.criterion-unknown"
      case .outOfRange: "groups.score-out-of-range"
      case .noEvidence: "groups.no-evidence"
      }
    }

    var texts: Texts {
      switch self {
      case .twice:
        Texts(
          "شما در این دور ارزیابی کرده‌اید؛ همکار دیگری باید ارزیابی کند.",
          "You have assessed in this round; another colleague must assess.")
      case .weightsUnusable:
        Texts(
          "وزن معیارها باید میان ۰ و ۱۰۰۰ و دست‌کم یکی مثبت باشد.",
          "Weights must lie between 0 and 1000, and at least one must be positive.")
      case .missing(let criterion):
        Texts(
          "معیار «\(criterion.fa)» (\(criterion.id)) نمره ندارد.",
          "The criterion \(criterion.id) (\(criterion.en)) has no score.")
      case .unknownOrRepeated(let name):
        Texts("معیار «\(name)» ناشناخته یا تکراری است.", "The criterion \"\(name)\" is unknown or repeated.")
      case .outOfRange(let name):
        Texts("نمرهٔ «\(name)» باید میان ۰ و ۱۰۰ باشد.", "The score of \(name) must lie between 0 and 100.")
      case .noEvidence(let name):
        Texts("برای «\(name)» شاهدی نوشته نشده است.", "No evidence is given for \(name).")
      }
    }
  }
}
