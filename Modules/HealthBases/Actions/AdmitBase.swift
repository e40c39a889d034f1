public import Contracts
import Persian
public import Registry
public import Values

/// The deputy admits a base whose institute meets S4's conditions.
public struct AdmitBase: Action {
  public var base: Ref<HealthBaseEntity>
  public var experience: String
  public var personnel: [Ref<PersonEntity>]

  public static let spec = Spec(
    "healthbases.admit", "پذیرش پایگاه", "Admit a base", .post, "/health-bases/{base}/admit",
    permission: .healthbasesApprove,
    fields: [
      "base": ("پایگاه", "the base"),
      "experience": ("سابقهٔ فعالیت مؤسسه در محل", "the institute's record in the place"),
      "personnel": ("پرسنل", "its personnel"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> HealthBase {
    var row = try work.require(HealthBase.self, base)
    try work.requireStep(row, to: .admitted)
    guard row.state == .proposed else {
      throw Refusal.conflict(
        "healthbases.admitted-already", Texts("این پایگاه پذیرفته شده است.", "This base has been admitted."))
    }
    try work.requireFreshEyes(on: row)
    row.experience = PersianText.stored(experience, keepingLines: true)
    row.personnel = try people(named: personnel, "/personnel", in: work)
    try work.requireAdmission(of: row)
    row.state = .admitted
    row.admittedOn = work.day
    return try work.update(row)
  }
}

/// Distinct people in scope; at most 500, so that a row stays a row.
func people(
  named references: [Ref<PersonEntity>], _ pointer: String, in work: borrowing UnitOfWork
) throws -> [ID<PersonEntity>] {
  guard references.count <= 500 else {
    throw Refusal.input(pointer, "healthbases.too-many", Texts("بیش از ۵۰۰ نفر.", "More than 500 people."))
  }
  let desk = try work.people
  var found: [ID<PersonEntity>] = []
  for reference in references {
    let person = try desk.person(reference, in: work.look).id
    if !found.contains(person) { found.append(person) }
  }
  return found
}
