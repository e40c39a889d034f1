public import Contracts
import Persian
public import Registry
public import Values

/// Chooses the target neighbourhood of a selected clinic among scored candidates, within the time limit.
public struct ChooseNeighbourhood: Action {
  public var clinic: Ref<ClinicEntity>
  public var neighbourhood: Ref<NeighbourhoodEntity>
  public var candidates: [Scored]

  /// A neighbourhood with its scores, 0 to 100 each.
  public struct Scored: Codable, Sendable {
    public var neighbourhood: Ref<NeighbourhoodEntity>
    public var harm: Int
    public var need: Int
    public var capacity: Int
    public var access: Int
    public var rejectionReason: String?
  }

  public static let spec = Spec(
    "mobilisation.choose-neighbourhood", "انتخاب محلهٔ هدف", "Choose the target neighbourhood", .post,
    "/mobilisation/clinics/{clinic}/choice", permission: .mobilisationChoose, weight: .serious,
    fields: [
      "clinic": ("کلینیک برگزیده", "the selected clinic"), "neighbourhood": ("محلهٔ هدف", "the target neighbourhood"),
      "candidates": (
        "همهٔ محله‌های سنجیده‌شده با امتیاز آسیب، نیاز، ظرفیت و دسترسی (۰ تا ۱۰۰) و علت رد",
        "all neighbourhoods weighed: harm, need, capacity, access (0 to 100), and why not"
      ),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> ClinicFile {
    var clinic = try work.require(Clinic.self, clinic)
    let province = clinic.province
    try work.require(ClinicStep.self, .init(state: clinic.state, step: .chooseNeighbourhood), in: province)
    try work.require(NeighbourhoodChoiceTerm.self, .init(due: try clinic.presentDue(in: work.look)), in: province)
    let chosen = try place(neighbourhood, of: clinic, in: work, at: "/neighbourhood")
    var weighed: [NeighbourhoodChoice.Candidate] = []
    for (index, candidate) in candidates.enumerated() {
      let facts = try place(candidate.neighbourhood, of: clinic, in: work, at: "/candidates/\(index)/neighbourhood")
      weighed.append(
        .init(
          neighbourhood: facts.id.raw, name: facts.name, harm: candidate.harm, need: candidate.need,
          capacity: candidate.capacity, access: candidate.access,
          rejectionReason: facts.id == chosen.id ? "" : PersianText.stored(candidate.rejectionReason ?? "")))
    }
    try work.require(
      NeighbourhoodChoice.self,
      .init(
        chosen: chosen.id.raw, candidates: weighed, clinicStandsIn: clinic.neighbourhood?.raw,
        canOpenBase: clinic.canOpenBase),
      in: province)
    try keep(weighed, of: clinic, chosen: chosen.id, in: work)
    try work.deadlines.meet(Clinic.choiceClock, for: clinic.object, work: work)
    clinic.state = .placed
    clinic.target = chosen.id
    clinic.chosenOn = work.day
    return try ClinicFile(of: try work.update(clinic), in: work.look)
  }

  private func place(
    _ reference: Ref<NeighbourhoodEntity>, of clinic: Clinic, in work: borrowing UnitOfWork, at pointer: String
  ) throws -> NeighbourhoodFacts {
    let facts = try work.regions.neighbourhood(reference, in: work.look)
    guard facts.province == clinic.province else {
      throw Refusal.input(
        pointer, "mobilisation.elsewhere",
        Texts("این محله در استان دیگری است.", "This neighbourhood lies in another province."))
    }
    return facts
  }

  private func keep(
    _ weighed: [NeighbourhoodChoice.Candidate], of clinic: Clinic, chosen: ID<NeighbourhoodEntity>,
    in work: borrowing UnitOfWork
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
