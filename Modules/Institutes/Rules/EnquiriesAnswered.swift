import Contracts
import Feature

/// Every agency that has to be asked has answered favourably, and the answer is still valid.
struct EnquiriesAnswered: Rule {
  static let id = "institutes.enquiries-answered"
  static let texts = Texts(
    "همهٔ استعلام‌های لازم پاسخ موافق و معتبر دارند.", "Every enquiry needed has a favourable answer that is still valid."
  )
  static let source = Citation(
    "S0", "PO-EBO-PRV-005-00: استعلام از نیروی انتظامی و ادارهٔ ثبت",
    "PO-EBO-PRV-005-00: enquiries of the police and the registry office")
  static let parameters = [
    Parameter(
      "agencies", ["police", "registryOffice"], "مراجع استعلام", "agencies to be asked",
      source: Citation("S0", "PO-EBO-PRV-005-00", "PO-EBO-PRV-005-00"), entries: 1...Agency.allCases.count,
      among: Set(Agency.allCases.map(\.rawValue)))
  ]

  struct Parameters: Codable, Sendable {
    var agencies: [String]
  }

  struct Facts: Codable, Sendable {
    struct Answer: Codable, Sendable {
      var agency: String
      var isAnswered: Bool
      var isFavourable: Bool?
      var validUntil: JalaliDay?
    }

    /// Newest first.
    var enquiries: [Answer]
  }

  enum Objection: RuleObjection {
    case notAsked(String)
    case notAnswered(String)
    case unfavourable(String)
    case outdated(String, JalaliDay)

    var code: String {
      switch self {
      case .notAsked: "institutes.enquiry-not-made"
      case .notAnswered: "institutes.enquiry-open"
      case .unfavourable: "institutes.enquiry-unfavourable"
      case .outdated: "institutes.enquiry-outdated"
      }
    }

    var texts: Texts {
      switch self {
      case .notAsked(let agency):
        Texts("از «\(agency)» استعلام نشده است.", "No enquiry was made of '\(agency)'.")
      case .notAnswered(let agency):
        Texts("«\(agency)» هنوز پاسخ نداده است.", "'\(agency)' has not answered yet.")
      case .unfavourable(let agency):
        Texts("پاسخ «\(agency)» موافق نیست.", "The answer of '\(agency)' is not favourable.")
      case .outdated(let agency, let day):
        Texts(
          "اعتبار پاسخ «\(agency)» در \(day.textFa) پایان یافت؛ دوباره استعلام کنید.",
          "The answer of '\(agency)' was valid until \(day.text); ask again.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.agencies.compactMap { agency in
      guard let newest = facts.enquiries.first(where: { $0.agency == agency }) else { return .notAsked(agency) }
      guard newest.isAnswered else { return .notAnswered(agency) }
      guard newest.isFavourable == true else { return .unfavourable(agency) }
      guard let end = newest.validUntil, end < day else { return nil }
      return .outdated(agency, end)
    }
  }
}
