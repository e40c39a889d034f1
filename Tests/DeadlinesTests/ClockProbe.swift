import Contracts
import Jalali
import Persian
import Engine
import Feature
import Values

/// A feature that does nothing but open and meet deadlines.
struct ClockProbe: FeatureModule {
  static let module = Module("probe", "آزمون", "probe", after: ["deadlines"], actions: actions, queries: queries)
  static var actions: [any Action.Type] { [OpenClock.self, MeetClock.self, LeaveNotice.self] }
  static var queries: [any Query.Type] { [AskDue.self] }
}

extension Permission {
  static let probe = Permission("probe.write", "آزمون", "probe", heldBy: [.preventionOfficer])
}

struct OpenClock: Action {
  var object: String
  var from: JalaliDay
  var days: Int
  var rule: DeadlineRule

  struct Output: Codable, Sendable { var due: JalaliDay }
  static let spec = Spec("probe.open", "گشودن", "Open", .post, "/probe", permission: .probe)

  func perform(in work: borrowing Transaction) throws -> Output {
    let province = try work.home ?? Province(parsing: "IR-27")
    let due = try work.openDeadline(
      "probe.choose", for: object, in: province, from: from, days: days, rule: rule,
      texts: Texts("انتخاب محله", "choose a neighbourhood"))
    return Output(due: due)
  }
}

struct MeetClock: Action {
  var object: String
  static let spec = Spec("probe.meet", "انجام", "Meet", .post, "/probe/meet", permission: .probe)

  func perform(in work: borrowing Transaction) throws -> Done {
    try work.meetDeadline("probe.choose", for: object)
    return Done()
  }
}

struct LeaveNotice: Action {
  var key: String
  static let spec = Spec("probe.notify", "یادآوری", "Notify", .post, "/probe/notify", permission: .probe)

  func perform(in work: borrowing Transaction) throws -> Done {
    try work.notify(
      .ngoOfficer, in: try work.home ?? Province(parsing: "IR-27"), key: key, object: "probe.thing/1",
      texts: Texts("ببینید", "look"))
    return Done()
  }
}

struct AskDue: Query {
  var object: String
  struct Output: Codable, Sendable { var due: JalaliDay? }
  static let spec = Spec("probe.due", "پایان", "Due", "/probe/due", permission: .probe)

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    Output(due: try snapshot.lastDay("probe.choose", for: object))
  }
}
