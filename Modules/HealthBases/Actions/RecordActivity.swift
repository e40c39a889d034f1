import Contracts
import Feature

/// Records something a base did under one of its commitments. In the decision window, what was done in the term comes in
/// late, and what is done since waits for the next agreement.
struct RecordActivity: Action {
  var agreement: Ref<AgreementEntity>
  var commitment: Commitment
  var day: JalaliDay
  var title: String
  var participants: [Ref<PersonEntity>]?
  var report: String
  var reason: String?

  static let spec = Spec(
    "healthbases.record-activity", "ثبت فعالیت پایگاه", "Record an activity", .post,
    "/health-bases/agreements/{agreement}/activities", permission: .healthbasesRecord,
    fields: [
      "agreement": ("توافق‌نامه", "the agreement"), "commitment": ("تعهد", "the commitment (S4)"), "day": ("روز", "the day"),
      "title": ("عنوان", "title"), "participants": ("شرکت‌کنندگان", "who took part"), "report": ("گزارش", "report"),
      "reason": ("علت دیرکرد؛ پس از پایان دوره لازم است", "why it comes late; needed after the term"),
    ])

  func perform(in work: borrowing Transaction) throws -> BaseActivity {
    var row = try work.require(Agreement.self, agreement)
    let base = try work.require(HealthBase.self, row.base)
    let facts = ActivityInTerm.Facts(
      agreement: row.state, base: try work.state(of: base, under: row, on: day), starts: row.starts, ends: row.ends, activity: day,
      windowEnds: try work.windowEnd(of: row), hasReason: reason.map { !PersianText.stored($0).isEmpty },
      isLicensed: day > row.ends ? try work.institute(Ref(row.institute)).isLicensed(on: work.day) : nil)
    try work.require(ActivityInTerm.self, facts, in: row.province)
    if let reason { try work.give(reason: reason) }
    let activity = try work.insert(
      BaseActivity(
        province: row.province, county: row.county, agreement: row.id, commitment: commitment, day: day,
        title: PersianText.stored(title),
        participants: try people(named: participants ?? [], "/participants", in: work),
        report: PersianText.stored(report, keepingLines: true)))
    let isLate = ActivityInTerm.isLate(facts, under: try work.parameters(of: ActivityInTerm.self, in: row.province), on: work.day)
    if isLate || day > row.ends {
      try work.insert(
        ActivityEntry(
          province: row.province, county: row.county, activity: activity.id, heldUnder: day > row.ends ? row.id : nil, isLate: isLate,
          recordedOn: work.day))
    }
    row.activities += 1
    try work.update(row)
    return activity
  }
}
