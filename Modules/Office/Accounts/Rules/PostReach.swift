import Contracts
import Feature

/// Who may give which post: the national office any; a provincial administrator posts of the own province, never to themselves.
struct PostReach: Rule {
  static let id = "accounts.post-reach"
  static let version = 2
  static let texts = Texts(
    "هر مدیر فقط در محدودهٔ خود و نه برای خودش سمت می‌دهد، و مدیر استان نه برای روزهای گذشته.",
    "Administrators give posts within their own reach only, never to themselves, and a province none that began before today.")
  static let source = Citation("D", "کمینهٔ دسترسی", "least privilege")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var isNational: Bool
    var role: String
    var isOwnAccount: Bool
    /// Whether the post is for the whole nation.
    var isNationwide: Bool
    var isCountyGiven: Bool
    /// An account that a province keeps could be taken over by that province's administrator.
    var isProvincialAccount: Bool
    /// Whether it would begin before today; verdicts of the first version did not ask.
    var isBackdated: Bool?
  }

  enum Objection: RuleObjection {
    case unknownRole(String), nationalPost, ownAccount, countyMissing, provinceMissing, provincialAccount, backdated

    var code: String {
      switch self {
      case .unknownRole: "accounts.unknown-role"
      case .nationalPost: "accounts.national-post"
      case .ownAccount: "accounts.own-account"
      case .countyMissing: "accounts.county-missing"
      case .provinceMissing: "accounts.province-missing"
      case .provincialAccount: "accounts.provincial-account"
      case .backdated: "accounts.post-backdated"
      }
    }
    var texts: Texts {
      switch self {
      case .unknownRole(let role):
        let known = Role.all.map(\.id).joined(separator: ", ")
        return Texts("نقش «\(role)» نیست. نقش‌ها: \(known)", "There is no role \(role). Roles: \(known)")
      case .nationalPost: return Texts("سمت کشوری را فقط بهزیستی کشور می‌دهد.", "National posts are given by the national office.")
      case .ownAccount: return Texts("برای خود نمی‌توان سمت داد.", "Nobody gives a post to themselves.")
      case .countyMissing: return Texts("کارشناس شهرستان به شهرستان نیاز دارد.", "A county officer needs a county.")
      case .provincialAccount:
        return Texts(
          "سمت کشوری به حساب استانی داده نمی‌شود؛ حسابی در بهزیستی کشور بسازید.",
          "A nationwide post is not given to a province's account; make one at the national office.")
      case .backdated:
        return Texts(
          "سمت استانی از امروز یا پس از آن آغاز می‌شود؛ سمت گذشته را بهزیستی کشور می‌دهد.",
          "A province gives a post from today on; one that began before is given by the national office.")
      case .provinceMissing: return Texts("این سمت استانی است؛ استان را بدهید.", "This post is provincial; give the province.")
      }
    }
  }

  static let nationwide: Set<String> = [Role.nationalAdmin.id, Role.nationalObserver.id, Role.auditor.id]

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if !Role.all.contains(where: { $0.id == facts.role }) { objections.append(.unknownRole(facts.role)) }
    let isNational = nationwide.contains(facts.role)
    if !facts.isNational, isNational || facts.isNationwide { objections.append(.nationalPost) }
    if facts.isOwnAccount { objections.append(.ownAccount) }
    if facts.isNationwide, !isNational { objections.append(.provinceMissing) }
    if facts.isNationwide, isNational, facts.isProvincialAccount { objections.append(.provincialAccount) }
    if facts.role == Role.countyOfficer.id, !facts.isCountyGiven { objections.append(.countyMissing) }
    if !facts.isNational, facts.isBackdated == true { objections.append(.backdated) }
    return objections
  }
}
