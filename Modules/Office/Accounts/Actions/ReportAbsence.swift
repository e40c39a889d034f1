import Contracts
import Feature

/// Says that a colleague is away, whether or not somebody acts for them.
struct ReportAbsence: Action {
  var staff: Ref<StaffEntity>
  var from: JalaliDay
  var until: JalaliDay

  static let spec = Spec(
    "accounts.report-absence", "نوشتن غیبت", "Report an absence", .post, "/accounts/staff/{staff}/leaves", permission: .oneself,
    fields: ["staff": ("همکاری که نیست", "who is away"), "from": ("از روز", "first day"), "until": ("تا روز", "last day")])

  func perform(in work: borrowing Transaction) throws -> Leave {
    let away = try work.colleague(staff)
    try work.require(
      LeavePeriod.self, .init(isEntitled: work.principal.mayAnswer(for: away), firstDay: from, lastDay: until), in: away.province)
    return try work.insert(Leave(province: away.province, staff: away.id, firstDay: from, lastDay: until))
  }
}

/// Says that a colleague is back.
struct EndAbsence: Action {
  var leave: Ref<LeaveEntity>

  static let spec = Spec(
    "accounts.end-absence", "پایان غیبت", "End an absence", .post, "/accounts/leaves/{leave}/end", permission: .oneself,
    fields: ["leave": ("غیبت", "the absence")])

  func perform(in work: borrowing Transaction) throws -> Leave {
    var row = try work.require(Leave.self, leave)
    guard work.principal.mayAnswer(for: try work.require(Staff.self, row.staff)) else { throw Refusal.notFound(LeaveEntity.self) }
    row.lastDay = max(min(row.lastDay, work.day.adding(days: -1)), row.firstDay.adding(days: -1))
    return try work.update(row)
  }
}
