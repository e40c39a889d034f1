public import Contracts
import Jalali
import Persian
public import Registry
public import Values

/// Adopts an action plan from a locked needs ranking, with its local projects. A plan before it is superseded.
public struct AdoptPlan: Action {
  public var group: Ref<GroupEntity>
  public var title: String
  public var ranking: Ref<RankingEntity>
  public var projects: [PlannedProject]

  public static let spec = Spec(
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

  public func perform(in work: borrowing UnitOfWork) throws -> Plan {
    var group = try work.require(Group.self, group)
    try work.requireStep(group, .adoptPlan, to: .planning)
    try checkInput(on: work.day)
    let ranking = try work.needs.lockedRanking(ranking, in: work.look)
    try work.require(
      PlanFromRanking.self,
      .init(
        isSameNeighbourhood: ranking.neighbourhood == group.neighbourhood, ranked: ranking.needs.map(\.title),
        planned: projects.map(\.need)), in: group.province)
    if var former = try work.currentPlan(of: group) {
      former.state = .superseded
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
          owner: try work.people.person(project.owner, in: work.look).id, milestones: project.milestones,
          credits: project.credits ?? .zero, peoplesContributions: project.peoplesContributions ?? .zero,
          ownContribution: project.ownContribution ?? .zero))
    }
    group.state = .planning
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
