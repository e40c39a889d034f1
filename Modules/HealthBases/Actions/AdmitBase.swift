import Contracts
import Feature

/// Proposes a base of an institute in a neighbourhood.
struct ProposeBase: Action {
  var institute: Ref<InstituteEntity>
  var neighbourhood: Ref<NeighbourhoodEntity>
  var name: String

  static let spec = Spec(
    "healthbases.propose", "پیشنهاد پایگاه", "Propose a base", .post, "/health-bases", permission: .healthbasesPropose,
    fields: [
      "institute": ("مؤسسه", "the institute"), "neighbourhood": ("محله", "the neighbourhood"),
      "name": ("نام پایگاه", "name of the base"),
    ])

  func perform(in work: borrowing Transaction) throws -> HealthBase {
    let institute = try work.institute(institute)
    let place = try work.neighbourhood(neighbourhood)
    guard place.province == institute.province else {
      throw Refusal.input(
        "/neighbourhood", "healthbases.elsewhere",
        Texts("محله در استان دیگری است.", "The neighbourhood lies in another province."))
    }
    return try work.insert(
      HealthBase(
        province: institute.province, county: place.county, institute: institute.id, neighbourhood: place.id,
        name: PersianText.stored(name), state: .proposed, experience: "", personnel: []))
  }
}

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

/// Suspends a base: nothing is recorded there, and its agreement is held when its term ends meanwhile.
struct SuspendBase: DecidingAction {
  var base: Ref<HealthBaseEntity>
  var reason: String

  static let spec = Spec(
    "healthbases.suspend-base", "تعلیق پایگاه", "Suspend a base", .post, "/health-bases/{base}/suspend",
    permission: .healthbasesApprove, weight: .serious,
    fields: ["base": ("پایگاه", "the base"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> HealthBase {
    var row = try work.require(HealthBase.self, base)
    try work.move(&row, by: .suspend)
    try work.give(reason: reason)
    for agreement in try work.all(Agreement.self, "base = ? AND state IN ('active','suspended')", row.id) {
      try work.interrupt(agreement, by: .base)
    }
    try work.insert(BaseSuspension(province: row.province, county: row.county, base: row.id, suspendedOn: work.day))
    row = try work.update(row)
    try work.awaitHandOver(of: row.object)
    return row
  }
}

/// Ends the suspension of a base.
struct ResumeBase: DecidingAction {
  var base: Ref<HealthBaseEntity>
  var reason: String

  static let spec = Spec(
    "healthbases.resume-base", "ازسرگیری پایگاه", "Resume a base", .post, "/health-bases/{base}/resume",
    permission: .healthbasesApprove, weight: .serious,
    fields: ["base": ("پایگاه", "the base"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> HealthBase {
    var row = try work.require(HealthBase.self, base)
    try work.give(reason: reason)
    try work.resume(&row)
    return row
  }
}

extension Transaction {
  /// A suspended base works again, and its agreement with it as far as the base is concerned.
  func resume(_ base: inout HealthBase) throws {
    try move(&base, by: .resume)
    for agreement in try all(Agreement.self, "base = ?", base.id) { try resume(agreement, from: .base) }
    // One that was suspended before their days were recorded has none.
    if var suspension = try first(BaseSuspension.self, "base = ? AND resumed_on IS NULL", base.id) {
      suspension.resumedOn = day
      try endHandOver(of: try update(suspension).object)
    }
    base = try update(base)
  }
}
