import Contracts
import Feature

/// The deputy admits a base whose institute meets S4's conditions.
struct AdmitBase: ApprovingAction {
  var base: Ref<HealthBaseEntity>
  var experience: String
  var personnel: [Ref<PersonEntity>]

  static let spec = Spec(
    "healthbases.admit", "پذیرش پایگاه", "Admit a base", .post, "/health-bases/{base}/admit",
    permission: .healthbasesApprove,
    fields: [
      "base": ("پایگاه", "the base"),
      "experience": ("سابقهٔ فعالیت مؤسسه در محل", "the institute's record in the place"),
      "personnel": ("پرسنل", "its personnel"),
    ])

  func perform(in work: borrowing Transaction) throws -> HealthBase {
    var row = try work.require(HealthBase.self, base)
    try work.move(&row, by: .admit)
    try work.requireSeparationOfDuties(on: row)
    row.experience = PersianText.stored(experience, keepingLines: true)
    row.personnel = try people(named: personnel, "/personnel", in: work)
    try work.requireAdmission(of: row)
    row.admittedOn = work.day
    return try work.update(row)
  }
}

/// Distinct people in scope; at most 500, so that a row stays a row.
func people(
  named references: [Ref<PersonEntity>], _ pointer: String, in work: borrowing Transaction
) throws -> [ID<PersonEntity>] {
  guard references.count <= 500 else {
    throw Refusal.input(pointer, "healthbases.too-many", Texts("بیش از ۵۰۰ نفر.", "More than 500 people."))
  }
  var found: [ID<PersonEntity>] = []
  for reference in references {
    let person = try work.person(reference).id
    if !found.contains(person) { found.append(person) }
  }
  return found
}
