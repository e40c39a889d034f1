import Contracts
import Feature

/// Proposes a social-work clinic, with what is known of S2's three criteria.
struct ProposeClinic: Action {
  var name: String
  var province: Province
  var neighbourhood: Ref<NeighbourhoodEntity>?
  var canOpenBase: Bool
  var placeEvidence: String
  var isWilling: Bool
  var willingnessEvidence: String
  var hasGoodRecord: Bool
  var recordEvidence: String

  static let spec = Spec(
    "mobilisation.propose-clinic", "پیشنهاد کلینیک مددکاری", "Propose a clinic", .post, "/mobilisation/clinics",
    permission: .mobilisationPropose,
    fields: [
      "name": ("نام کلینیک", "the clinic's name"), "province": ("استان", "province"),
      "neighbourhood": ("محله‌ای که کلینیک در آن قرار دارد", "the neighbourhood it stands in"),
      "canOpenBase": ("می‌تواند در محلهٔ هدف پایگاه بسازد", "can open a base in the target neighbourhood"),
      "placeEvidence": ("مستند محل یا توان ایجاد پایگاه", "evidence of place or of being able to open a base"),
      "isWilling": ("مایل به همکاری است", "is willing to take part"),
      "willingnessEvidence": ("مستند تمایل", "evidence of willingness"),
      "hasGoodRecord": ("سابقهٔ همکاری موفق دارد", "has co-operated well before"),
      "recordEvidence": ("مستند سابقه", "evidence of the record"),
    ])

  func perform(in work: borrowing Transaction) throws -> Clinic {
    let place = try neighbourhood.map { try work.neighbourhood($0) }
    if let place, place.province != province {
      throw Refusal.input(
        "/neighbourhood", "mobilisation.elsewhere",
        Texts("این محله در استان دیگری است.", "This neighbourhood lies in another province."))
    }
    let name = try written(name, at: "/name")
    return try work.insert(
      Clinic(
        province: province, name: name, nameKey: KeyText(PersianText.nameKey(name)), neighbourhood: place?.id,
        canOpenBase: canOpenBase, placeEvidence: try written(placeEvidence, at: "/placeEvidence"), isWilling: isWilling,
        willingnessEvidence: try written(willingnessEvidence, at: "/willingnessEvidence"), hasGoodRecord: hasGoodRecord,
        recordEvidence: try written(recordEvidence, at: "/recordEvidence"), state: .proposed))
  }
}

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
    try work.select(&clinic)
    return clinic
  }
}

extension Transaction {
  /// A clinic that meets the criteria stands as selected from today, and the time for its choice runs.
  func select(_ clinic: inout Clinic) throws {
    try require(
      ClinicCriteria.self,
      .init(
        isWilling: clinic.isWilling, willingnessEvidence: clinic.willingnessEvidence,
        standsThere: clinic.neighbourhood != nil, canOpenBase: clinic.canOpenBase, placeEvidence: clinic.placeEvidence,
        hasGoodRecord: clinic.hasGoodRecord, recordEvidence: clinic.recordEvidence),
      in: clinic.province)
    let term = try parameters(of: NeighbourhoodChoiceTerm.self, in: clinic.province)
    clinic.choiceDue = try openDeadline(
      Clinic.choiceClock, for: clinic.object, in: clinic.province, from: day, days: term.days,
      rule: term.deadlineRule.rule, texts: Clinic.choiceTexts(clinic.name), roles: Permission.mobilisationChoose.holders)
    clinic.selectedOn = day
    clinic = try update(clinic)
  }
}

extension Clinic {
  /// What the deadline reminds of.
  static func choiceTexts(_ name: String) -> Texts {
    Texts("انتخاب محلهٔ هدف برای کلینیک «\(name)»", "Choose the target neighbourhood for the clinic \(name)")
  }
}

/// Rejects a proposed clinic; the proposal stays, with the reason.
struct RejectClinic: DecidingAction {
  var clinic: Ref<ClinicEntity>
  var reason: String

  static let spec = Spec(
    "mobilisation.reject-clinic", "رد کلینیک", "Reject a clinic", .post, "/mobilisation/clinics/{clinic}/rejection",
    permission: .mobilisationSelect, weight: .serious,
    fields: ["clinic": ("کلینیک", "the clinic"), "reason": ("علت رد", "why")])

  func perform(in work: borrowing Transaction) throws -> Clinic {
    var clinic = try work.require(Clinic.self, clinic)
    try work.move(&clinic, by: .reject)
    let reason = try written(reason, at: "/reason")
    work.setReason(reason)
    clinic.rejectionReason = reason
    clinic = try work.update(clinic)
    try work.insert(Rejection(province: clinic.province, clinic: clinic.id, rejectedOn: work.day))
    try work.awaitHandOver(of: clinic.object)
    return clinic
  }
}
