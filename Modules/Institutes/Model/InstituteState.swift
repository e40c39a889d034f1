public import Values

/// Where an institute stands on its road; the rule `InstituteStep` knows the ways between.
public enum InstituteState: String, Choice {
  case file, approved, agreedInPrinciple, licensed, suspended, expired, revoked, dissolved

  public var texts: Texts {
    switch self {
    case .file: Texts("پرونده در دست تکمیل", "file being prepared")
    case .approved: Texts("پروندهٔ تأییدشده", "file approved")
    case .agreedInPrinciple: Texts("دارای موافقت اصولی", "agreed in principle")
    case .licensed: Texts("دارای پروانه", "licensed")
    case .suspended: Texts("پروانه تعلیق شده", "licence suspended")
    case .expired: Texts("پروانه منقضی شده", "licence expired")
    case .revoked: Texts("پروانه ابطال شده", "licence revoked")
    case .dissolved: Texts("منحل شده", "dissolved")
    }
  }

  /// Nothing follows.
  public var isClosed: Bool { self == .revoked || self == .dissolved }
}
