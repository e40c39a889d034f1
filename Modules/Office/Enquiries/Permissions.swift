import Contracts
import Feature

extension Permission {
  /// What was asked of whom, and what came back.
  static let enquiriesRead = Permission(
    "enquiries.read", "دیدن استعلام‌ها", "see enquiries",
    heldBy: Role.all.filter { $0 != .nationalObserver && $0 != .facilitator })
  /// Letters go out from the county office (W) and from the officers who keep the files (S0).
  static let enquiriesWrite = Permission(
    "enquiries.write", "ثبت استعلام و پاسخ", "record enquiries and answers",
    heldBy: [.ngoOfficer, .countyOfficer, .preventionOfficer, .socialDeputy, .schemeExpert])
}
