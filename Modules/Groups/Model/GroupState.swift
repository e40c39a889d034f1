public import Values

/// Where a group stands on its way from a request to an institute (S0, S1).
public enum GroupState: String, Choice {
  case requested, refused, forming, formed, trained, planning, active, mature, institute
  case suspended, merged, dissolved

  public var texts: Texts {
    switch self {
    case .requested: Texts("درخواست‌شده", "requested")
    case .refused: Texts("پذیرفته‌نشده", "refused")
    case .forming: Texts("در حال تشکیل", "forming")
    case .formed: Texts("تشکیل‌شده", "formed")
    case .trained: Texts("آموزش‌دیده", "trained")
    case .planning: Texts("در حال برنامه‌ریزی", "planning")
    case .active: Texts("فعال", "active")
    case .mature: Texts("بالنده", "mature")
    case .institute: Texts("مؤسسه‌شده", "become an institute")
    case .suspended: Texts("تعلیق‌شده", "suspended")
    case .merged: Texts("ادغام‌شده", "merged")
    case .dissolved: Texts("منحل‌شده", "dissolved")
    }
  }
}
