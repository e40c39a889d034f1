import Contracts
import Feature

/// Selects a capable clinic; from this day the choice of its target neighbourhood has its time limit.
struct SelectClinic: ApprovingAction {
  var clinic: Ref<ClinicEntity>

  static let spec = Spec(
    "mobilisation.select-clinic", "انتخاب کلینیک", "Select a clinic", .post, "/mobilisation/clinics/{clinic}/selection",
    permission: .mobilisationSelect, weight: .serious, fields: ["clinic": ("کلینیک", "the clinic")])

  func perform(in work: borrowing Transaction) throws -> Clinic {
    var clinic = try work.require(Clinic.self, clinic)
    try work.move(&clinic, by: .select)
    try work.requireSeparationOfDuties(on: clinic)
    try work.require(
      ClinicCriteria.self,
      .init(
        isWilling: clinic.isWilling, willingnessEvidence: clinic.willingnessEvidence,
        standsThere: clinic.neighbourhood != nil, canOpenBase: clinic.canOpenBase, placeEvidence: clinic.placeEvidence,
        hasGoodRecord: clinic.hasGoodRecord, recordEvidence: clinic.recordEvidence),
      in: clinic.province)
    let term = try work.parameters(of: NeighbourhoodChoiceTerm.self, in: clinic.province)
    clinic.choiceDue = try work.openDeadline(
      Clinic.choiceClock, for: clinic.object, in: clinic.province, from: work.day, days: term.days,
      rule: term.deadlineRule.rule, texts: Clinic.choiceTexts(clinic.name))
    clinic.selectedOn = work.day
    return try work.update(clinic)
  }
}

extension Clinic {
  /// What the deadline reminds of.
  static func choiceTexts(_ name: String) -> Texts {
    Texts("انتخاب محلهٔ هدف برای کلینیک «\(name)»", "Choose the target neighbourhood for the clinic \(name)")
  }
}
