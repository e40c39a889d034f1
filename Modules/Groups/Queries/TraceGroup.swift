import Contracts
import Feature

/// The road of a group, from its neighbourhood to where it stands: each stone with its day and its name in the ledger.
struct TraceGroup: Query {
  var group: Ref<GroupEntity>

  struct RoadStep: Codable, Sendable {
    var day: JalaliDay?
    var fa: String
    var en: String
    /// As in the ledger, `groups.plan/3`.
    var object: String
  }

  struct Road: Codable, Sendable {
    var code: String
    var stones: [RoadStep]
  }

  static let spec = Spec(
    "groups.trace", "ردیابی راه گروه", "Trace a group's road", "/groups/{group}/trace", permission: .groupsRead,
    fields: ["group": ("گروه", "the group")])

  func answer(in snapshot: borrowing Snapshot) throws -> Road {
    let row = try snapshot.require(Group.self, group)
    let own = FormationClock.object(row.id)
    let place = try snapshot.neighbourhood(Ref(row.neighbourhood))
    let home = "\(NeighbourhoodEntity.object)/\(place.id.raw)"
    var stones = [RoadStep(day: nil, fa: "محلهٔ \(place.name)", en: "neighbourhood \(place.code)", object: home)]
    func add(_ day: JalaliDay?, _ fa: String, _ en: String, _ object: String) {
      if let day { stones.append(RoadStep(day: day, fa: fa, en: en, object: object)) }
    }
    add(row.gatheringOn, "اجتماع داوطلبان", "volunteers' gathering", home)
    add(row.requestedOn, "درخواست تشکیل گروه", "formation request", own)
    add(row.identityConfirmedOn, "احراز هویت متقاضی", "identity confirmed", own)
    for founding in try snapshot.all(Founding.self, "group_id = ?", row.id) {
      add(founding.day, "صورتجلسهٔ تأسیس", "founding minutes", "\(FoundingEntity.object)/\(founding.id.raw)")
    }
    add(row.trainedOn, "گروه آموزش‌دیده", "trained group", own)
    for plan in try snapshot.all(Plan.self, "group_id = ? ORDER BY id", row.id) {
      let ranking = "\(RankingEntity.object)/\(plan.ranking.raw)"
      add(plan.adoptedOn, "اولویت‌بندی \(plan.rankingCode)", "needs ranking \(plan.rankingCode)", ranking)
      add(
        plan.adoptedOn, "برنامهٔ اقدام: \(plan.title)", "action plan: \(plan.title)",
        "\(PlanEntity.object)/\(plan.id.raw)")
      for project in try snapshot.all(Project.self, "plan_id = ? ORDER BY id", plan.id) {
        add(
          project.closedOn, "نتیجهٔ پروژه: \(project.title)", "project closed: \(project.title)",
          "\(ProjectEntity.object)/\(project.id.raw)")
      }
    }
    add(row.maturedOn, "گروه بالنده", "mature group", own)
    add(row.instituteOn, "مؤسسه", "institute", own)
    return Road(code: row.code, stones: stones)
  }
}
