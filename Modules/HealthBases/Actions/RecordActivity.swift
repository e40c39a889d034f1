import Contracts
import Feature

/// Records something a base did under one of its commitments.
struct RecordActivity: Action {
  var agreement: Ref<AgreementEntity>
  var commitment: Commitment
  var day: JalaliDay
  var title: String
  var participants: [Ref<PersonEntity>]?
  var report: String

  static let spec = Spec(
    "healthbases.record-activity", "ثبت فعالیت پایگاه", "Record an activity", .post,
    "/health-bases/agreements/{agreement}/activities", permission: .healthbasesRecord,
    fields: [
      "agreement": ("توافق‌نامه", "the agreement"), "commitment": ("تعهد", "the commitment (S4)"), "day": ("روز", "the day"),
      "title": ("عنوان", "title"), "participants": ("شرکت‌کنندگان", "who took part"), "report": ("گزارش", "report"),
    ])

  func perform(in work: borrowing Transaction) throws -> BaseActivity {
    var row = try work.require(Agreement.self, agreement)
    let base = try work.require(HealthBase.self, row.base)
    try work.require(
      ActivityInTerm.self,
      .init(agreement: row.state, base: base.state, starts: row.starts, ends: row.ends, activity: day), in: row.province)
    let activity = try work.insert(
      BaseActivity(
        province: row.province, county: row.county, agreement: row.id, commitment: commitment, day: day,
        title: PersianText.stored(title), participants: try people(named: participants ?? [], "/participants", in: work),
        report: PersianText.stored(report, keepingLines: true)))
    row.activities += 1
    try work.update(row)
    return activity
  }
}
