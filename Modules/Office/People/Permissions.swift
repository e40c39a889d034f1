import Contracts
import Feature

extension Permission {
  /// Names and codes of one's own province or county.
  static let peopleRead = Permission(
    "people.read", "دیدن اشخاص", "see people",
    heldBy: [
      .nationalAdmin, .provincialDirector, .preventionDeputy, .rehabilitationDeputy, .rehabilitationExpert, .socialDeputy, .schemeExpert,
      .preventionOfficer,
      .ngoOfficer, .countyOfficer, .facilitator, .provincialAdmin, .auditor,
    ])
  /// The desks at which people appear in person, and the owners of S2 and S3, who have no officers of their own.
  static let peopleWrite = Permission(
    "people.write", "ثبت و اصلاح اشخاص", "register and correct people",
    heldBy: [.countyOfficer, .preventionOfficer, .ngoOfficer, .rehabilitationDeputy, .rehabilitationExpert, .socialDeputy, .schemeExpert])
  /// National ID, mobile and address in clear.
  static let peoplePersonalData = Permission(
    "people.pii-read", "دیدن دادهٔ شخصی بی‌پوشش", "see personal data in clear",
    heldBy: [
      .countyOfficer, .preventionOfficer, .ngoOfficer, .rehabilitationDeputy, .rehabilitationExpert, .socialDeputy, .schemeExpert,
      .provincialAdmin,
      .nationalAdmin,
    ])
}
