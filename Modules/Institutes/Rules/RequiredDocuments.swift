import Contracts
import Feature

/// The decisions on an institute that ask for documents.
enum FileStage: String, Choice {
  case approval, agreementInPrinciple, licence

  var texts: Texts {
    switch self {
    case .approval: Texts("تأیید پرونده", "approval of the file")
    case .agreementInPrinciple: Texts("موافقت اصولی", "agreement in principle")
    case .licence: Texts("پروانه", "licence")
    }
  }
}

/// Every document that a stage asks for has been received, sighted and is still valid.
struct RequiredDocuments: Rule {
  static let id = "institutes.required-documents"
  static let texts = Texts(
    "مدارک لازم هر مرحله باید دریافت، رؤیت و معتبر باشد.",
    "Every document a stage asks for is received, sighted and valid.")
  static let source = Citation(
    "W", "behzisti.ir خبر ۲۳۵۹۷؛ بهزیستی گلستان؛ بهزیستی کردستان؛ برای پرونده: S0",
    "behzisti.ir news 23597; Golestan and Kurdistan directorates; for the file itself: S0")
  /// Service cards are asked of men only, so they are in no standard; a province may add `militaryCard`.
  static let parameters = [
    Parameter(
      "approval", ["registrationRequest", "statute"], "مدارک تأیید پرونده", "documents for the approval of the file",
      source: Citation("S0", "PO-EBO-PRV-005-00: اساسنامه، درخواست ثبت", "statute, registration request"), entries: 1...30),
    Parameter(
      "agreementInPrinciple",
      [
        "applicationForm", "identityBooklet", "nationalCard", "photographs", "noCriminalRecord", "noAddiction",
        "degree",
      ], "مدارک موافقت اصولی", "documents for the agreement in principle",
      source: Citation("W", "بهزیستی گلستان، پروانهٔ همیاران", "Golestan directorate, Hamyaran licence"), entries: 1...30),
    Parameter(
      "licence", ["statute", "placesOffice", "technicalOffice", "healthOffice", "siteOpinion", "trainingCertificate"],
      "مدارک پروانه", "documents for the licence",
      source: Citation("W", "behzisti.ir خبر ۲۳۵۹۷؛ بهزیستی کردستان", "behzisti.ir news 23597; Kurdistan directorate"), entries: 1...30),
  ]

  struct Parameters: Codable, Sendable {
    var approval: [String]
    var agreementInPrinciple: [String]
    var licence: [String]

    func kinds(for stage: FileStage) -> [String] {
      switch stage {
      case .approval: approval
      case .agreementInPrinciple: agreementInPrinciple
      case .licence: licence
      }
    }
  }

  struct Facts: Codable, Sendable {
    struct Paper: Codable, Sendable {
      var kind: String
      var isSighted: Bool
      var validUntil: JalaliDay?
    }

    var stage: FileStage
    var papers: [Paper]
  }

  enum Objection: RuleObjection, Equatable {
    case missing(String)
    case notSighted(String)
    case expired(String, JalaliDay)

    var code: String {
      switch self {
      case .missing: "institutes.document-missing"
      case .notSighted: "institutes.document-not-sighted"
      case .expired: "institutes.document-expired"
      }
    }

    var texts: Texts {
      switch self {
      case .missing(let kind): Texts("مدرک «\(kind)» نیست.", "The document '\(kind)' is missing.")
      case .notSighted(let kind):
        Texts("اصل مدرک «\(kind)» رؤیت نشده است.", "The original of '\(kind)' has not been sighted.")
      case .expired(let kind, let day):
        Texts(
          "اعتبار مدرک «\(kind)» در \(day.textFa) پایان یافت.", "The document '\(kind)' was valid until \(day.text).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.kinds(for: facts.stage).compactMap { kind in
      let papers = facts.papers.filter { $0.kind == kind }
      guard !papers.isEmpty else { return .missing(kind) }
      let sighted = papers.filter(\.isSighted)
      guard !sighted.isEmpty else { return .notSighted(kind) }
      let ends = sighted.compactMap(\.validUntil)
      guard ends.count == sighted.count, let last = ends.max(), last < day else { return nil }
      return .expired(kind, last)
    }
  }
}
