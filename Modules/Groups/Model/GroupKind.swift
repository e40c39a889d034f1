import Contracts
import Feature

/// The kinds of groups (S0, S1, S3).
enum GroupKind: String, Choice {
  case communityBased, mutualAid, selfHelp

  var texts: Texts {
    switch self {
    case .communityBased: Texts("گروه اجتماع‌محور", "community-based group")
    case .mutualAid: Texts("گروه همیار", "mutual-aid group")
    case .selfHelp: Texts("گروه خودیار", "self-help group")
    }
  }
}
