import Contracts
import Jalali
import Persian
import Registry
import Values

/// A feature that does nothing but open and meet deadlines.
struct ClockProbe: FeatureModule {
  static let manifest = Manifest("probe", "آزمون", "probe", after: ["deadlines"])
  init(_ kernel: Kernel) throws {}
  var actions: [any Action.Type] { [OpenClock.self, MeetClock.self, LeaveNotice.self] }
  var queries: [any Query.Type] { [AskDue.self] }
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

  func perform(in work: borrowing UnitOfWork) throws -> Output {
    let province = try work.home ?? Province(parsing: "IR-27")
    let due = try work.deadlines.open(
      "probe.choose", for: object, in: province, from: from, days: days, rule: rule,
      texts: Texts("انتخاب محله", "choose a neighbourhood"), work: work)
    return Output(due: due)
  }
}

struct MeetClock: Action {
  var object: String
  static let spec = Spec("probe.meet", "انجام", "Meet", .post, "/probe/meet", permission: .probe)

  func perform(in work: borrowing UnitOfWork) throws -> Done {
    try work.deadlines.meet("probe.choose", for: object, work: work)
    return Done()
  }
}

struct LeaveNotice: Action {
  var key: String
  static let spec = Spec("probe.notify", "یادآوری", "Notify", .post, "/probe/notify", permission: .probe)

  func perform(in work: borrowing UnitOfWork) throws -> Done {
    try work.deadlines.notify(
      .ngoOfficer, in: try work.home ?? Province(parsing: "IR-27"), key: key, object: "probe.thing/1",
      texts: Texts("ببینید", "look"), work: work)
    return Done()
  }
}

struct AskDue: Query {
  var object: String
  struct Output: Codable, Sendable { var due: JalaliDay? }
  static let spec = Spec("probe.due", "پایان", "Due", "/probe/due", permission: .probe)

  func answer(in look: borrowing Look) throws -> Output {
    Output(due: try look.deadlines.due("probe.choose", for: object, in: look))
  }
}
