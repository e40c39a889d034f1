import Contracts
import Feature

extension Permission {
  /// What is filed, without the papers themselves.
  static let documentsRead = Permission(
    "documents.read", "دیدن فهرست اسناد", "see what is filed", heldBy: Role.all.filter { $0 != .nationalObserver })
  /// The papers themselves; most are personal.
  static let documentsContent = Permission(
    "documents.content", "خواندن خود سند", "read the papers themselves",
    heldBy: [
      .provincialDirector, .preventionDeputy, .rehabilitationDeputy, .rehabilitationExpert, .socialDeputy, .schemeExpert,
      .preventionOfficer, .ngoOfficer,
      .countyOfficer,
    ])
  static let documentsFile = Permission(
    "documents.file", "بایگانی سند", "file documents",
    heldBy: [
      .preventionOfficer, .ngoOfficer, .countyOfficer, .facilitator, .rehabilitationDeputy, .rehabilitationExpert, .socialDeputy,
      .schemeExpert,
    ])
  /// Those before whom people appear with their originals.
  static let documentsSight = Permission(
    "documents.sight", "رؤیت اصل سند", "sight originals",
    heldBy: [.preventionOfficer, .ngoOfficer, .countyOfficer, .rehabilitationDeputy, .rehabilitationExpert, .socialDeputy, .schemeExpert])
  static let documentsVerify = Permission(
    "documents.verify", "تأیید و رد سند", "verify and reject documents",
    heldBy: [
      .provincialDirector, .preventionDeputy, .rehabilitationDeputy, .rehabilitationExpert, .socialDeputy, .schemeExpert,
      .preventionOfficer, .ngoOfficer,
      .countyOfficer,
    ])
}
