public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum ActivityEntity: Entity {
  public static let object = "groups.activity"
  public static let texts = Texts("فعالیت گروه", "activity of a group")
}

/// What a group did on a day (S0: facilitation and community-based activity).
public struct Activity: CountyRecord {
  public typealias Of = ActivityEntity
  public static let table = Table("groups_activity", reach: .county)

  public var id = ID<ActivityEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var groupID: ID<GroupEntity>
  public var projectID: ID<ProjectEntity>?
  public var day: JalaliDay
  public var kind: ActivityKind
  public var report: String
  /// Distinct people who attended.
  public var attended: Int
}

public enum ActivityKind: String, Choice {
  case meeting, facilitation, education, service, campaign, ceremony

  /// S0 puts meeting and facilitation before the plan; everything else is community activity after it.
  var isCommunityActivity: Bool { self != .meeting && self != .facilitation }

  public var texts: Texts {
    switch self {
    case .meeting: Texts("نشست", "meeting")
    case .facilitation: Texts("تسهیلگری", "facilitation")
    case .education: Texts("آموزش همگانی", "public education")
    case .service: Texts("خدمت محلی", "local service")
    case .campaign: Texts("پویش", "campaign")
    case .ceremony: Texts("مراسم", "ceremony")
    }
  }
}
