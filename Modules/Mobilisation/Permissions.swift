import Contracts
import Feature

extension Permission {
  /// S2's Office for Women and Family Affairs oversees the work in all provinces.
  static let mobilisationRead = Permission(
    "mobilisation.read", "دیدن بسیج محلی", "see local mobilisation",
    heldBy: [
      .nationalAdmin, .nationalObserver, .provincialDirector, .preventionDeputy, .socialDeputy, .schemeExpert, .preventionOfficer,
      .ngoOfficer, .countyOfficer, .facilitator, .auditor,
    ])
  static let mobilisationPropose = Permission(
    "mobilisation.propose", "پیشنهاد کلینیک", "propose clinics",
    heldBy: [.socialDeputy, .schemeExpert, .preventionOfficer, .countyOfficer])
  /// S2 names the deputy for social affairs as owner of the scheme.
  static let mobilisationSelect = Permission(
    "mobilisation.select", "انتخاب کلینیک، تمدید مهلت و پایان طرح", "select clinics, extend the choice and end schemes",
    heldBy: [.socialDeputy]
  )
  static let mobilisationChoose = Permission(
    "mobilisation.choose", "انتخاب محلهٔ هدف", "choose target neighbourhoods",
    heldBy: [.socialDeputy, .preventionOfficer])
  /// Work in the neighbourhood: volunteers, key persons, gatherings, needs, scores.
  static let mobilisationWrite = Permission(
    "mobilisation.write", "ثبت کار محله", "record work in the neighbourhood",
    heldBy: [.socialDeputy, .schemeExpert, .preventionOfficer, .countyOfficer, .facilitator])
  /// Whoever enters the steering committee's decision.
  static let mobilisationLock = Permission(
    "mobilisation.lock", "قفل اولویت‌بندی به تصمیم کمیتهٔ راهبردی", "lock rankings for the steering committee",
    heldBy: [.socialDeputy, .preventionDeputy, .preventionOfficer])
}
