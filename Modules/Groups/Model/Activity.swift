import Contracts
import Feature

enum ActivityEntity: Entity {
  static let object = "groups.activity"
  static let prefix: String? = "AC"
  static let texts = Texts("فعالیت گروه", "activity of a group")
}

/// What a group did on a day (S0: facilitation and community-based activity).
struct Activity: CountyRecord {
  typealias Of = ActivityEntity
  static let table = Table("groups_activity", reach: .county, seenWith: ["group_id"])

  var id = ID<ActivityEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var projectID: ID<ProjectEntity>?
  var day: JalaliDay
  var kind: ActivityKind
  var report: String
  /// Distinct people who attended.
  var attended: Int
}

enum ActivityKind: String, Choice {
  case meeting, facilitation, education, service, campaign, ceremony

  /// S0 puts meeting and facilitation before the plan; everything else is community activity after it.
  var isCommunityActivity: Bool { self != .meeting && self != .facilitation }

  var texts: Texts {
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

enum AttendanceEntity: Entity {
  static let object = "groups.attendance"
  static let prefix: String? = "AA"
  static let texts = Texts("حضور", "attendance")
}

/// One person at one activity; "covered" is counted from these rows in distinct people.
struct Attendance: CountyRecord {
  typealias Of = AttendanceEntity
  static let table = Table("groups_attendance", reach: .county, seenWith: ["activity_id"])

  var id = ID<AttendanceEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var activityID: ID<ActivityEntity>
  var person: ID<PersonEntity>
  var day: JalaliDay
}
