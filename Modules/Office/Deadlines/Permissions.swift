import Contracts
import Feature

extension Permission {
  /// Everybody on the staff may see what is due in their region, and their own notices.
  static let deadlinesRead = Permission(
    "deadlines.read", "دیدن مهلت‌ها و یادآوری‌ها", "see deadlines and notices", heldBy: Role.all)
  /// Stopping a clock is for those who run the processes.
  static let deadlinesWrite = Permission(
    "deadlines.write", "ایستاندن و راه‌انداختن مهلت", "stop and resume deadlines",
    heldBy: [
      .preventionDeputy, .rehabilitationDeputy, .rehabilitationExpert, .socialDeputy, .schemeExpert, .preventionOfficer, .ngoOfficer,
      .countyOfficer,
    ])
  /// All but those who only look.
  static let deadlinesAcknowledge = Permission(
    "deadlines.acknowledge", "تأیید دیدن یادآوری", "acknowledge notices",
    heldBy: Role.all.filter { $0 != .auditor && $0 != .nationalObserver })
}
