import Contracts
import Feature

/// Ends the scheme of a clinic in its target neighbourhood: the day given is the last on which it counts.
struct EndScheme: DecidingAction {
  var clinic: Ref<ClinicEntity>
  var day: JalaliDay?
  var reason: String

  static let spec = Spec(
    "mobilisation.end-scheme", "پایان طرح در محله", "End a scheme", .post, "/mobilisation/clinics/{clinic}/end",
    permission: .mobilisationSelect, weight: .serious,
    fields: [
      "clinic": ("کلینیک", "the clinic"), "day": ("آخرین روز؛ پیش‌فرض امروز", "last day; today when left out"),
      "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> ClinicFile {
    let clinic = try work.require(Clinic.self, clinic)
    let last = day ?? work.day
    try work.require(
      SchemeTerm.self,
      .init(
        chosenOn: clinic.state == .placed ? clinic.chosenOn : nil, endedOn: try SchemeEnd.of(clinic.id, in: work.snapshot)?.endedOn,
        ends: last), in: clinic.province)
    let reason = try written(reason, at: "/reason")
    work.setReason(reason)
    try work.insert(SchemeEnd(province: clinic.province, clinic: clinic.id, endedOn: last, reason: reason))
    return try ClinicFile(of: clinic, in: work.snapshot)
  }
}
