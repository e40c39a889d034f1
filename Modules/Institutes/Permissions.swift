import Contracts
import Feature

extension Permission {
  static let institutesRead = Permission(
    "institutes.read", "دیدن پروندهٔ مؤسسات", "see the files of institutes",
    heldBy: [
      .ngoOfficer, .countyOfficer, .preventionOfficer, .preventionDeputy, .socialDeputy, .schemeExpert, .provincialDirector,
      .nationalObserver, .nationalAdmin, .auditor,
    ])
  /// The extract that anybody on the staff may hand out.
  static let institutesRegister = Permission(
    "institutes.register", "دیدن فهرست رسمی مؤسسات", "see the register of institutes", heldBy: Role.all)
  /// Preparing a file; the county office is the first desk.
  static let institutesWrite = Permission(
    "institutes.write", "تهیهٔ پروندهٔ مؤسسه", "prepare the file of an institute",
    heldBy: [.ngoOfficer, .countyOfficer])
  /// S0: the deputy for prevention supervises; S2: the deputy for social affairs.
  static let institutesApprove = Permission(
    "institutes.approve", "تأیید پروندهٔ مؤسسه", "approve the file of an institute",
    heldBy: [.preventionDeputy, .socialDeputy])
  static let institutesSign = Permission(
    "institutes.sign", "امضای موافقت اصولی و پروانه", "sign agreements in principle and licences",
    heldBy: [.provincialDirector])
}
