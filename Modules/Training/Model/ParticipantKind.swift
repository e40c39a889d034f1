import Contracts
import Feature

/// In what quality somebody attends (S3).
enum ParticipantKind: String, Choice {
  case localFacilitator, selfHelpMember, ngoMember, dehyar, behvarz

  var texts: Texts {
    switch self {
    case .localFacilitator: Texts("تسهیلگر محلی", "local facilitator")
    case .selfHelpMember: Texts("عضو گروه خودیار", "member of a self-help group")
    case .ngoMember: Texts("عضو سازمان مردم‌نهاد", "member of an NGO")
    case .dehyar: Texts("دهیار", "dehyar (village administrator)")
    case .behvarz: Texts("بهورز", "behvarz (community health worker)")
    }
  }

  /// Who outside must confirm the attendance before it counts; nil when nobody.
  var confirmedBy: OutsideAuthority? {
    switch self {
    case .dehyar: .municipalitiesAndDehyaris
    case .behvarz: .primaryHealthCareNetwork
    case .localFacilitator, .selfHelpMember, .ngoMember: nil
    }
  }
}

/// The two outside bodies of S3.
enum OutsideAuthority: String, Choice {
  case municipalitiesAndDehyaris, primaryHealthCareNetwork

  var texts: Texts {
    switch self {
    case .municipalitiesAndDehyaris:
      Texts("سازمان شهرداری‌ها و دهیاری‌ها", "Organisation of Municipalities and Dehyaris")
    case .primaryHealthCareNetwork: Texts("شبکهٔ مراقبت‌های بهداشتی اولیه", "primary health-care network")
    }
  }
}
