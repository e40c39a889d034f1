public import Contracts
import Jalali
public import Registry
public import Values

/// Gives somebody a seat in a course or, when all are taken, the next place on the reserve list.
public struct EnrolPerson: Action {
  public var course: Ref<CourseEntity>
  public var person: Ref<PersonEntity>
  public var kind: ParticipantKind
  public var document: Ref<DocumentEntity>?

  public static let spec = Spec(
    "training.enrol", "نام‌نویسی در دوره", "Enrol somebody", .post, "/training/courses/{course}/enrolments",
    permission: .trainingEnrol,
    fields: [
      "course": ("دوره", "the course"), "person": ("شخص", "the person"), "kind": ("در چه جایگاهی", "in what quality"),
      "document": ("مدرک عضویت در سازمان مردم‌نهاد", "proof of membership in an NGO"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Enrolment {
    let row = try work.require(Course.self, course)
    let facts = try work.people.person(person, in: work.look)
    guard facts.province == row.province else {
      throw Refusal.input(
        "/person", "training.person-elsewhere",
        Texts("این شخص از استان دیگری است.", "This person belongs to another province."))
    }
    try work.require(WorkAtStep.self, .init(work: .enrol, state: row.state), in: row.province)
    let proof = try membership(of: facts.id, in: work.look)
    try work.require(
      WhoMayAttend.self,
      .init(kind: kind, isFiled: proof != nil, isSighted: proof?.isSighted ?? false, validUntil: proof?.validUntil),
      in: row.province)
    let seat = try freeSeat(in: row, work.look)
    let reserve =
      seat == nil
      ? try work.count("SELECT coalesce(max(reserve), 0) + 1 FROM training_enrolment WHERE course = ?", row.id) : nil
    return try work.insert(
      Enrolment(
        province: row.province, course: row.id, person: facts.id, kind: kind, document: proof?.id,
        capacity: row.capacity, seat: seat, reserve: reserve, state: seat == nil ? .reserve : .seated))
  }

  /// The document named, if it is filed for that person.
  private func membership(of person: ID<PersonEntity>, in look: borrowing Look) throws -> DocumentFacts? {
    guard let document else { return nil }
    return try look.documents.documents(of: "\(PersonEntity.object)/\(person.raw)", in: look).first { facts in
      switch document {
      case .row(let row): facts.id.raw == row
      case .code(let code): facts.code == code
      }
    }
  }

  /// The lowest seat that nobody has; nil when the course is full.
  private func freeSeat(in course: Course, _ look: borrowing Look) throws -> Int? {
    let taken = try look.rows(
      "SELECT seat FROM training_enrolment WHERE course = ? AND seat IS NOT NULL", course.id)
    let seats = Set(taken.compactMap { $0.first?.integer })
    return (1...course.capacity).first { !seats.contains(Int64($0)) }
  }
}
