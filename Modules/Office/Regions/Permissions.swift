import Contracts
import Feature

extension Permission {
  /// Everybody on the staff may look places up.
  static let regionsRead = Permission("regions.read", "دیدن نواحی", "see regions", heldBy: Role.all)
  /// Places of one's own province.
  static let regionsWrite = Permission(
    "regions.write", "ثبت محله و تعطیلی", "record neighbourhoods and closures",
    heldBy: [.nationalAdmin, .provincialAdmin, .preventionOfficer, .socialDeputy, .schemeExpert])
  /// Counties and populations are the national office's.
  static let regionsAdmin = Permission(
    "regions.admin", "ثبت شهرستان و جمعیت", "record counties and populations", heldBy: [.nationalAdmin])
}
