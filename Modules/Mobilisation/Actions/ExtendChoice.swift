import Contracts
import Feature

/// Gives more days for the choice of the target neighbourhood, counted from the present last day.
struct ExtendChoice: Action {
  var clinic: Ref<ClinicEntity>
  var days: Int
  var reason: String
  var citation: String

  static let spec = Spec(
    "mobilisation.extend-choice", "تمدید مهلت انتخاب محله", "Extend the choice", .post,
    "/mobilisation/clinics/{clinic}/extensions", permission: .mobilisationSelect, weight: .serious,
    fields: [
      "clinic": ("کلینیک", "the clinic"), "days": ("شمار روزها", "how many days"), "reason": ("علت", "why"),
      "citation": ("مستند: شماره و تاریخ نامه، یا ماده", "what it rests on: a letter's number and date, or an article"),
    ])

  func perform(in work: borrowing Transaction) throws -> ChoiceExtension {
    var clinic = try work.require(Clinic.self, clinic)
    let province = clinic.province
    try work.move(&clinic, by: .extendChoice)
    let reason = PersianText.stored(reason)
    let citation = PersianText.stored(citation)
    try work.require(ChoiceExtensionReason.self, .init(days: days, reason: reason, citation: citation), in: province)
    work.setReason(reason)
    let term = try work.parameters(of: NeighbourhoodChoiceTerm.self, in: province)
    let previous = try clinic.presentDue(in: work.snapshot)
    // One open clock of a kind per object: the old one gives way to one that runs on from its last day.
    try work.meetDeadline(Clinic.choiceClock, for: clinic.object)
    let due = try work.openDeadline(
      Clinic.choiceClock, for: clinic.object, in: province, from: previous, days: days, rule: term.deadlineRule.rule,
      texts: Clinic.choiceTexts(clinic.name))
    clinic.choiceDue = due
    try work.update(clinic)
    return try work.insert(
      ChoiceExtension(
        province: province, clinic: clinic.id, days: days, previousDue: previous, due: due, reason: reason,
        citation: citation))
  }
}

extension Clinic {
  /// The last day as the deadlines desk has it (a stopped clock moves it), else as it was given at the selection.
  func presentDue(in snapshot: borrowing Snapshot) throws -> JalaliDay {
    guard let due = try snapshot.lastDay(Clinic.choiceClock, for: object) ?? choiceDue else {
      throw Refusal.conflict(
        "mobilisation.no-clock", Texts("مهلتی برای این کلینیک آغاز نشده است.", "No deadline is running for this clinic."))
    }
    return due
  }
}
