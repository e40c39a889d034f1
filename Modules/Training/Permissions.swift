import Contracts
import Feature

extension Permission {
  static let trainingRead = Permission(
    "training.read", "دیدن دوره‌های آموزشی", "see courses",
    heldBy: [
      .rehabilitationDeputy, .rehabilitationExpert, .provincialDirector, .preventionDeputy, .preventionOfficer, .countyOfficer,
      .facilitator,
      .auditor, .nationalAdmin,
    ])
  /// S3 is a national service: the national office may lay down curricula, too.
  static let trainingTemplates = Permission(
    "training.templates", "تدوین برنامهٔ آموزشی", "lay down curricula",
    heldBy: [.rehabilitationDeputy, .rehabilitationExpert, .nationalAdmin])
  /// S3: the deputy for rehabilitation owns the training, not the deputy for prevention.
  static let trainingWrite = Permission(
    "training.write", "برگزاری دورهٔ آموزشی", "run courses", heldBy: [.rehabilitationDeputy, .rehabilitationExpert])
  static let trainingEnrol = Permission(
    "training.enrol", "نام‌نویسی در دوره", "enrol participants",
    heldBy: [.rehabilitationDeputy, .rehabilitationExpert, .facilitator, .countyOfficer])
  static let trainingAttendance = Permission(
    "training.attendance", "ثبت حضور و غیاب و ارزشیابی", "record attendance and scores",
    heldBy: [.rehabilitationDeputy, .rehabilitationExpert, .facilitator])
  static let trainingCertify = Permission(
    "training.certify", "صدور و ابطال گواهی دوره", "issue and revoke certificates",
    heldBy: [.rehabilitationDeputy, .provincialDirector])
  static let trainingSettle = Permission(
    "training.settle", "تسویهٔ سرانهٔ آموزش", "settle the cost per head", heldBy: [.rehabilitationDeputy],
    isDelegable: false)
  static let trainingReverse = Permission(
    "training.reverse-settlement", "برگشت تسویهٔ سرانهٔ آموزش", "take settlements back",
    heldBy: [.rehabilitationDeputy, .provincialDirector], isDelegable: false)
  static let trainingPlan = Permission(
    "training.plan", "تعیین برنامهٔ کشوری آموزش", "set the national training plan", heldBy: [.nationalAdmin])
}
