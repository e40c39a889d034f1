import Contracts
import Feature

/// Records what a group did on a day, and who was there.
struct RecordActivity: Action {
  var group: Ref<GroupEntity>
  var day: JalaliDay
  var kind: ActivityKind
  var project: Ref<ProjectEntity>?
  var report: String
  var attendance: [Ref<PersonEntity>]

  static let spec = Spec(
    "groups.record-activity", "ثبت فعالیت گروه", "Record an activity", .post, "/groups/{group}/activities",
    permission: .groupsWrite,
    fields: [
      "group": ("گروه", "the group"), "day": ("روز فعالیت", "day of the activity"),
      "kind": ("نوع فعالیت", "kind of activity"),
      "project": ("پروژهٔ محلی، اگر هست", "local project, if any"), "report": ("گزارش", "report"),
      "attendance": ("حاضران، تا ۵۰۰ نفر", "who attended, up to 500 people"),
    ])

  private static let mostPeople = 500

  func perform(in work: borrowing Transaction) throws -> Activity {
    let group = try work.require(Group.self, group)
    try work.requireState(group, for: kind.isCommunityActivity ? .communityActivity : .meeting)
    try work.requirePast(day, "/day", of: group)
    let text = PersianText.stored(report, keepingLines: true)
    guard !text.isEmpty else {
      throw Refusal.input("/report", "groups.report", Texts("گزارش لازم است.", "A report is required."))
    }
    guard attendance.count <= Self.mostPeople else {
      throw Refusal.input("/attendance", "groups.too-many", Texts("حداکثر ۵۰۰ نفر", "500 people at most."))
    }
    let project = try project.map { try work.project($0, of: group) }
    var people: Set<ID<PersonEntity>> = []
    for reference in attendance { people.insert(try work.person(reference).id) }
    let activity = try work.insert(
      Activity(
        province: group.province, county: group.county, groupID: group.id, projectID: project?.id, day: day, kind: kind,
        report: text, attended: people.count))
    for person in people.sorted() {
      try work.insert(
        Attendance(
          province: group.province, county: group.county, activityID: activity.id, person: person, day: day))
    }
    return activity
  }
}

extension SnapshotProtocol where Self: ~Copyable {
  /// - Throws: not found, also for a project of another group.
  func project(_ reference: Ref<ProjectEntity>, of group: Group) throws -> Project {
    let project = try require(Project.self, reference)
    guard project.groupID == group.id else { throw Refusal.notFound(ProjectEntity.self) }
    return project
  }
}

/// Closes a local project with its result.
struct CloseProject: Action {
  var group: Ref<GroupEntity>
  var project: Ref<ProjectEntity>
  var outcome: ProjectOutcome
  var result: String

  static let spec = Spec(
    "groups.close-project", "بستن پروژهٔ محلی", "Close a local project", .post,
    "/groups/{group}/projects/{project}/result",
    permission: .groupsWrite, weight: .serious,
    fields: [
      "group": ("گروه", "the group"), "project": ("پروژه", "the project"), "outcome": ("دستاورد", "outcome"),
      "result": ("نتیجه در چند جمله", "the result in words"),
    ])

  func perform(in work: borrowing Transaction) throws -> Project {
    let group = try work.require(Group.self, group)
    try work.requireState(group, for: .projectClosing)
    var project = try work.project(project, of: group)
    guard project.closedOn == nil else {
      throw Refusal.conflict(
        "groups.project-closed", Texts("این پروژه بسته شده است.", "This project is closed already."))
    }
    let text = PersianText.stored(result, keepingLines: true)
    guard !text.isEmpty else {
      throw Refusal.input("/result", "groups.result", Texts("نتیجه لازم است.", "The result is required."))
    }
    project.closedOn = work.day
    project.outcome = outcome
    project.result = text
    return try work.update(project)
  }
}
