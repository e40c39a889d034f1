import Contracts
import Feature

/// The cost of a course goes to who gives it; where the office teaches itself, nobody is paid.
struct ProviderPayee: Rule {
  static let id = "training.provider-payee"
  static let texts = Texts(
    "سرانه به مجری دوره می‌رسد: مؤسسه یا کلینیک با نام صاحب حساب و شبا؛ دورهٔ خود اداره گیرندهٔ پول ندارد.",
    "The cost goes to the course's provider: an institute or clinic with account holder and IBAN; a course of the office pays nobody.")
  static let source = Citation(
    "D", "هزینهٔ ارائهٔ خدمت: S3 گیرنده را نمی‌گوید", "cost of the service: S3 does not say to whom it goes")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var provider: Provider
    var hasPayee: Bool
    var hasIBAN: Bool
  }

  enum Objection: RuleObjection {
    case payeeOfOffice, noPayee, noIBAN

    var code: String {
      switch self {
      case .payeeOfOffice: "training.payee-of-office"
      case .noPayee: "training.no-payee"
      case .noIBAN: "training.no-iban"
      }
    }
    var texts: Texts {
      switch self {
      case .payeeOfOffice:
        Texts(
          "برای دورهٔ خود اداره به کسی پرداخت نمی‌شود؛ صاحب حساب و شبا را ننویسید.",
          "A course of the office pays nobody: leave account holder and IBAN out.")
      case .noPayee: Texts("نام صاحب حساب را بنویسید.", "Name the holder of the account.")
      case .noIBAN: Texts("شمارهٔ شبای مجری را بنویسید.", "State the provider's IBAN.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    guard facts.provider != .office else { return facts.hasPayee || facts.hasIBAN ? [.payeeOfOffice] : [] }
    return (facts.hasPayee ? [] : [.noPayee]) + (facts.hasIBAN ? [] : [.noIBAN])
  }
}
