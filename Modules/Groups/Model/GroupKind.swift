public import Values

/// The kinds of groups (S0, S1, S3).
public enum GroupKind: String, Choice {
  case communityBased, mutualAid, selfHelp

  public var texts: Texts {
    switch self {
    case .communityBased: Texts("گروه اجتماع‌محور", "community-based group")
    case .mutualAid: Texts("گروه همیار", "mutual-aid group")
    case .selfHelp: Texts("گروه خودیار", "self-help group")
    }
  }
}
