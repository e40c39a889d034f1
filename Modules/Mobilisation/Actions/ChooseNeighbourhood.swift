import Contracts
import Feature

/// Chooses the target neighbourhood of a selected clinic among scored candidates, within the time limit.
struct ChooseNeighbourhood: DecidingAction {
  var clinic: Ref<ClinicEntity>
  var neighbourhood: Ref<NeighbourhoodEntity>
  var candidates: [Scored]

  /// A neighbourhood with its scores, 0 to 100 each.
  struct Scored: Codable, Sendable {
    var neighbourhood: Ref<NeighbourhoodEntity>
    var harm: Int
    var need: Int
    var capacity: Int
    var access: Int
    var rejectionReason: String?
  }

  static let spec = Spec(
    "mobilisation.choose-neighbourhood", "انتخاب محلهٔ هدف", "Choose the target neighbourhood", .post,
    "/mobilisation/clinics/{clinic}/choice", permission: .mobilisationChoose, weight: .serious,
    fields: [
      "clinic": ("کلینیک برگزیده", "the selected clinic"), "neighbourhood": ("محلهٔ هدف", "the target neighbourhood"),
      "candidates": (
        "همهٔ محله‌های سنجیده‌شده با امتیاز آسیب، نیاز، ظرفیت و دسترسی (۰ تا ۱۰۰) و علت رد",
        "all neighbourhoods weighed: harm, need, capacity, access (0 to 100), and why not"
      ),
    ])

  func perform(in work: borrowing Transaction) throws -> ClinicFile {
    var clinic = try work.require(Clinic.self, clinic)
    let province = clinic.province
    try work.move(&clinic, by: .chooseNeighbourhood)
    try work.require(NeighbourhoodChoiceTerm.self, .init(due: try clinic.presentDue(in: work.snapshot)), in: province)
    let chosen = try place(neighbourhood, of: clinic, in: work, at: "/neighbourhood")
    var weighed: [NeighbourhoodChoice.Candidate] = []
    for (index, candidate) in candidates.enumerated() {
      let facts = try place(candidate.neighbourhood, of: clinic, in: work, at: "/candidates/\(index)/neighbourhood")
      weighed.append(
        .init(
          neighbourhood: facts.id.raw, name: facts.name, harm: candidate.harm, need: candidate.need,
          capacity: candidate.capacity, access: candidate.access,
          rejectionReason: facts.id == chosen.id ? "" : PersianText.stored(candidate.rejectionReason ?? ""),
          takenBy: try work.first(
            Clinic.self,
            "target = ? AND state = 'placed' AND id <> ? AND id NOT IN (SELECT e.clinic FROM mobilisation_scheme_end e)", facts.id,
            clinic.id)?.code))
    }
    try work.require(
      NeighbourhoodChoice.self,
      .init(
        chosen: chosen.id.raw, candidates: weighed, clinicStandsIn: clinic.neighbourhood?.raw,
        canOpenBase: clinic.canOpenBase),
      in: province)
    try keep(weighed, of: clinic, chosen: chosen.id, in: work)
    try work.meetDeadline(Clinic.choiceClock, for: clinic.object)
    clinic.target = chosen.id
    clinic.chosenOn = work.day
    return try ClinicFile(of: try work.update(clinic), in: work.snapshot)
  }

  private func place(
    _ reference: Ref<NeighbourhoodEntity>, of clinic: Clinic, in work: borrowing Transaction, at pointer: String
  ) throws -> NeighbourhoodFacts {
    let facts = try work.neighbourhood(reference)
    guard facts.province == clinic.province else {
      throw Refusal.input(
        pointer, "mobilisation.elsewhere",
        Texts("این محله در استان دیگری است.", "This neighbourhood lies in another province."))
    }
    return facts
  }

  private func keep(
    _ weighed: [NeighbourhoodChoice.Candidate], of clinic: Clinic, chosen: ID<NeighbourhoodEntity>,
    in work: borrowing Transaction
  ) throws {
    let weights = try work.parameters(of: NeighbourhoodChoice.self, in: clinic.province)
    for candidate in weighed {
      let isChosen = candidate.neighbourhood == chosen.raw
      try work.insert(
        CandidateNeighbourhood(
          province: clinic.province, clinic: clinic.id, neighbourhood: ID(candidate.neighbourhood),
          harm: candidate.harm, need: candidate.need, capacity: candidate.capacity, access: candidate.access,
          total: NeighbourhoodChoice.total(candidate, under: weights), isChosen: isChosen,
          rejectionReason: isChosen ? nil : candidate.rejectionReason))
    }
  }
}

/// Gives more days for the choice of the target neighbourhood, counted from the present last day.
struct ExtendChoice: DecidingAction {
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
    let previous = try clinic.presentDue(in: work.snapshot)
    guard let due = try work.extendDeadline(Clinic.choiceClock, for: clinic.object, days: days) else { throw Clinic.noClock }
    clinic.choiceDue = due
    try work.update(clinic)
    return try work.insert(
      ChoiceExtension(
        province: province, clinic: clinic.id, days: days, previousDue: previous, due: due, reason: reason,
        citation: citation))
  }
}

extension Clinic {
  /// The last day as the deadlines desk has it, also when it has passed.
  func presentDue(in snapshot: borrowing Snapshot) throws -> JalaliDay {
    guard let due = try snapshot.lastDay(Clinic.choiceClock, for: object, evenMissed: true) else { throw Clinic.noClock }
    return due
  }

  /// As it is shown: while its neighbourhood is to be chosen, with the last day that the deadlines desk has. The column keeps
  /// the day of the last decision about it, and a clock that stood still has moved on since.
  func shown(in snapshot: borrowing Snapshot) throws -> Clinic {
    guard state == .selected else { return self }
    var shown = self
    shown.choiceDue = try snapshot.lastDay(Clinic.choiceClock, for: object, evenMissed: true) ?? choiceDue
    return shown
  }

  static var noClock: Refusal {
    Refusal.conflict(
      "mobilisation.no-clock", Texts("مهلتی برای این کلینیک آغاز نشده است.", "No deadline is running for this clinic."))
  }
}
