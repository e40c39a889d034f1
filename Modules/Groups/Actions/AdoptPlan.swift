import Contracts
import Feature

/// Adopts an action plan from a locked needs ranking, with its local projects. A plan before it is superseded.
struct AdoptPlan: Action {
  var group: Ref<GroupEntity>
  var title: String
  var ranking: Ref<RankingEntity>
  var projects: [PlannedProject]

  static let spec = Spec(
    "groups.adopt-plan", "تصویب برنامهٔ اقدام", "Adopt an action plan", .post, "/groups/{group}/plans",
    permission: .groupsWrite,
    fields: [
      "group": ("گروه", "the group"), "title": ("عنوان برنامه", "the plan's title"),
      "ranking": ("اولویت‌بندی قفل‌شدهٔ نیازها", "locked needs ranking"),
      "projects": (
        "پروژه‌های محلی با نیاز، مسئول، نقاط عطف و بودجه به تفکیک منشأ (ریال)",
        "local projects with need, owner, milestones and budget by origin (rial)"
      ),
    ])

  func perform(in work: borrowing Transaction) throws -> Plan {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .adoptPlan)
    try checkInput(on: work.day)
    let ranking = try work.lockedRanking(ranking)
    try work.require(
      PlanFromRanking.self,
      .init(
        isSameNeighbourhood: ranking.neighbourhood == group.neighbourhood, ranked: ranking.needs.map(\.title),
        planned: projects.map(\.need), lastDue: projects.flatMap(\.milestones).map(\.due).max()), in: group.province)
    if var former = try work.currentPlan(of: group) {
      try former.follow(.supersede)
      try work.update(former)
    }
    let plan = try work.insert(
      Plan(
        province: group.province, county: group.county, groupID: group.id, title: PersianText.stored(title),
        ranking: ranking.id, rankingCode: ranking.code, adoptedOn: work.day))
    for project in projects {
      try work.insert(
        Project(
          province: group.province, county: group.county, groupID: group.id, planID: plan.id,
          title: PersianText.stored(project.title), need: PersianText.stored(project.need),
          owner: try work.person(project.owner).id, milestones: project.milestones,
          credits: project.credits ?? .zero, peoplesContributions: project.peoplesContributions ?? .zero,
          ownContribution: project.ownContribution ?? .zero))
    }
    try work.update(group)
    return plan
  }

  private func checkInput(on day: JalaliDay) throws {
    var faults = projects.enumerated().flatMap { $1.faults(at: $0, adoptedOn: day) }
    if PersianText.stored(title).isEmpty {
      faults.append(FieldFault("/title", "groups.title", Texts("عنوان لازم است.", "A title is required.")))
    }
    if projects.count > PlannedProject.mostProjects {
      faults.append(FieldFault("/projects", "groups.too-many", Texts("حداکثر ۵۰ پروژه", "50 projects at most.")))
    }
    guard faults.isEmpty else { throw Refusal.input(faults) }
  }
}

/// A local project as it is put into a plan. Amounts are rial; what is left out is nothing.
struct PlannedProject: Codable, Sendable {
  var title: String
  var need: String
  var owner: Ref<PersonEntity>
  var milestones: [Milestone]
  var credits: Rial?
  var peoplesContributions: Rial?
  var ownContribution: Rial?

  static let mostProjects = 50
  private static let mostMilestones = 50

  /// What can be wrong with the input itself, apart from the rule.
  func faults(at index: Int, adoptedOn day: JalaliDay) -> [FieldFault] {
    let place = "/projects/\(index)"
    var faults: [FieldFault] = []
    if PersianText.stored(title).isEmpty {
      faults.append(FieldFault("\(place)/title", "groups.title", Texts("عنوان لازم است.", "A title is required.")))
    }
    if milestones.count > Self.mostMilestones {
      faults.append(
        FieldFault("\(place)/milestones", "groups.too-many", Texts("حداکثر ۵۰ نقطهٔ عطف", "50 milestones at most.")))
    }
    for (number, milestone) in milestones.enumerated() where milestone.due < day {
      faults.append(
        FieldFault(
          "\(place)/milestones/\(number)/due", "groups.milestone-past",
          Texts("موعد پیش از تصویب برنامه است.", "The due date lies before the adoption of the plan.")))
    }
    for (name, amount) in [
      ("credits", credits), ("peoplesContributions", peoplesContributions), ("ownContribution", ownContribution),
    ] {
      guard let amount, amount < .zero else { continue }
      faults.append(
        FieldFault("\(place)/\(name)", "groups.negative", Texts("مبلغ منفی است.", "The amount is negative.")))
    }
    return faults
  }
}

/// Starts the adopted plan: the group is active.
struct StartPlan: Action {
  var group: Ref<GroupEntity>

  static let spec = Spec(
    "groups.start-plan", "آغاز برنامهٔ اقدام", "Start the action plan", .post, "/groups/{group}/start",
    permission: .groupsWrite, fields: ["group": ("گروه", "the group")])

  func perform(in work: borrowing Transaction) throws -> Plan {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .startPlan)
    guard var plan = try work.currentPlan(of: group) else { throw Refusal.notFound(PlanEntity.self) }
    try work.update(group)
    try plan.follow(.start)
    plan.startedOn = work.day
    return try work.update(plan)
  }
}
