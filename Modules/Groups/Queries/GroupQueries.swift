import Contracts
import Feature

struct ListGroups: ListQuery {
  var province: Province?
  var neighbourhood: Ref<NeighbourhoodEntity>?
  var kind: GroupKind?
  var state: GroupState?
  var search: String?

  struct Item: Codable, Sendable {
    var id: ID<GroupEntity>
    var code: String
    var province: Province
    var name: String
    var kind: GroupKind
    var neighbourhood: ID<NeighbourhoodEntity>
    var state: GroupState
    var requestedOn: JalaliDay
    /// Memberships that last.
    var members: Int
  }

  static let spec = Spec(
    "groups.groups", "گروه‌ها", "Groups", "/groups", permission: .groupsRead,
    fields: [
      "province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "number of the neighbourhood"),
      "kind": ("نوع گروه", "kind of group"), "state": ("وضعیت", "state"),
      "search": ("جست‌وجو در نام", "search in names"),
    ], verb: "list")

  func selection() -> Selection {
    Selection(from: "groups_group t")
      .filter("t.province = ?", province)
      .refer(neighbourhood, "t.neighbourhood = ?")
      .filter("t.kind = ?", kind)
      .filter("t.state = ?", state)
      .search("t.name_key", search)
      .column("members", "(SELECT count(*) FROM groups_membership m WHERE m.group_id = t.id AND m.until IS NULL)")
  }
}

/// A group with its present members' number, its warning date, and what may come next.
struct ShowGroup: Query {
  var group: Ref<GroupEntity>

  struct Step: Codable, Sendable {
    var move: GroupMove
    var to: GroupState
    /// The action that takes this step; none where another module takes it.
    var action: String?
  }

  struct Output: Codable, Sendable {
    var group: Group
    var members: Int
    /// Approximate end of S0's six months, while the clock runs.
    var instituteExpectedBy: JalaliDay?
    var nextSteps: [Step]
  }

  static let spec = Spec(
    "groups.group", "یک گروه", "One group", "/groups/{group}", permission: .groupsRead,
    fields: ["group": ("گروه", "the group")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Group.self, group)
    return Output(
      group: row, members: try snapshot.members(of: row, on: snapshot.day).count,
      instituteExpectedBy: try snapshot.lastDay(FormationClock.kind, for: FormationClock.object(row.id)),
      nextSteps: try steps(of: row, in: snapshot))
  }

  private func steps(of row: Group, in snapshot: borrowing Snapshot) throws -> [Step] {
    var steps: [Step] = []
    for line in GroupLifecycle.transitions where line.from.contains(row.state) {
      let ends = try ends(of: line.move, row, in: snapshot)
      steps += line.to.filter { ends?.contains($0) ?? true }.map { Step(move: line.move, to: $0, action: line.action?.spec.id) }
    }
    return steps
  }

  /// Where a step leads that takes a group back to where it stood; none where no objection can do so any more, and nil for any
  /// other step.
  private func ends(of move: GroupMove, _ row: Group, in snapshot: borrowing Snapshot) throws -> [GroupState]? {
    switch move {
    case .resume: return [row.suspendedFrom].compactMap(\.self)
    case .restore:
      let dissolution = try snapshot.first(Dissolution.self, "group_id = ? AND state = 'inForce'", row.id)
      return try dissolution.map { try snapshot.hasObjection(to: $0.object) ? [] : [$0.formerState] } ?? []
    case .part: return try snapshot.merger(of: row).map { [$0.former] } ?? []
    case .reinstate: return try snapshot.regression(of: row).flatMap { $0.holdsBack(row) ? [$0.former] : nil } ?? []
    default: return nil
    }
  }
}

/// The road of a group, from its neighbourhood to where it stands: each stone with its day and its name in the ledger.
struct TraceGroup: Query {
  var group: Ref<GroupEntity>

  struct RoadStep: Codable, Sendable {
    var day: JalaliDay?
    var fa: String
    var en: String
    /// As in the ledger, `groups.plan/3`.
    var object: ThingName
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
    let own = ThingName(row.id)
    let place = try snapshot.neighbourhood(Ref(row.neighbourhood))
    let home = ThingName(place.id)
    var stones = [RoadStep(day: nil, fa: "محلهٔ \(place.name)", en: "neighbourhood \(place.code)", object: home)]
    func add(_ day: JalaliDay?, _ fa: String, _ en: String, _ object: ThingName) {
      if let day { stones.append(RoadStep(day: day, fa: fa, en: en, object: object)) }
    }
    add(row.gatheringOn, "اجتماع داوطلبان", "volunteers' gathering", home)
    add(row.requestedOn, "درخواست تشکیل گروه", "formation request", own)
    add(row.identityConfirmedOn, "احراز هویت متقاضی", "identity confirmed", own)
    for founding in try snapshot.all(Founding.self, "group_id = ?", row.id) {
      add(founding.day, "صورتجلسهٔ تأسیس", "founding minutes", ThingName(founding.id))
    }
    add(row.trainedOn, "گروه آموزش‌دیده", "trained group", own)
    for plan in try snapshot.all(Plan.self, "group_id = ? ORDER BY id", row.id) {
      add(
        plan.adoptedOn, "اولویت‌بندی \(plan.rankingCode)", "needs ranking \(plan.rankingCode)",
        ThingName("\(RankingEntity.object)/\(plan.ranking.raw)"))
      add(
        plan.adoptedOn, "برنامهٔ اقدام: \(plan.title)", "action plan: \(plan.title)",
        ThingName(plan.id))
      for project in try snapshot.all(Project.self, "plan_id = ? ORDER BY id", plan.id) {
        add(
          project.closedOn, "نتیجهٔ پروژه: \(project.title)", "project closed: \(project.title)",
          ThingName(project.id))
      }
    }
    add(row.maturedOn, "گروه بالنده", "mature group", own)
    add(row.instituteOn, "مؤسسه", "institute", own)
    return Road(code: row.code, stones: stones)
  }
}
