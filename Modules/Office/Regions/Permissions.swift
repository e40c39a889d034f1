import Contracts
public import Registry

extension Permission {
  /// Everybody on the staff may look places up.
  public static let regionsRead = Permission("regions.read", "دیدن نواحی", "see regions", heldBy: Role.all)
  /// Places of one's own province.
  public static let regionsWrite = Permission(
    "regions.write", "ثبت محله و تعطیلی", "record neighbourhoods and closures",
    heldBy: [.nationalAdmin, .provincialAdmin, .preventionOfficer, .socialDeputy])
  /// Counties and populations are the national office's.
  public static let regionsAdmin = Permission(
    "regions.admin", "ثبت شهرستان و جمعیت", "record counties and populations", heldBy: [.nationalAdmin])
}
