import Contracts
import Feature

/// Gives somebody a seat in a course or, when all are taken, the next place on the reserve list.
struct EnrolPerson: Action {
  var course: Ref<CourseEntity>
  var person: Ref<PersonEntity>
  var kind: ParticipantKind
  var document: Ref<DocumentEntity>?

  static let spec = Spec(
    "training.enrol", "نام‌نویسی در دوره", "Enrol somebody", .post, "/training/courses/{course}/enrolments",
    permission: .trainingEnrol,
    fields: [
      "course": ("دوره", "the course"), "person": ("شخص", "the person"), "kind": ("در چه جایگاهی", "in what quality"),
      "document": ("مدرک عضویت در سازمان مردم‌نهاد", "proof of membership in an NGO"),
    ])

  func perform(in work: borrowing Transaction) throws -> Enrolment {
    let row = try work.require(Course.self, course)
    let facts = try work.person(person)
    guard facts.province == row.province else {
      throw Refusal.input(
        "/person", "training.person-elsewhere",
        Texts("این شخص از استان دیگری است.", "This person belongs to another province."))
    }
    try work.require(WorkAtStep.self, .init(work: .enrol, state: row.state), in: row.province)
    let proof = try membership(of: facts.id, in: work.snapshot)
    try work.require(
      WhoMayAttend.self,
      .init(kind: kind, isFiled: proof != nil, isSighted: proof?.isSighted ?? false, validUntil: proof?.validUntil),
      in: row.province)
    try work.require(
      OneSeat.self, .init(presentElsewhere: [], enrolledElsewhere: try CourseFigures.overlapping(row, facts.id, work.snapshot)),
      in: row.province)
    try work.require(LateEnrolment.self, try CourseFigures.lateness(in: row, work.snapshot), in: row.province)
    let seat = try freeSeat(in: row, work.ofProvince)
    let reserve =
      seat == nil
      ? try work.ofProvince.count("SELECT coalesce(max(reserve), 0) + 1 FROM training_enrolment WHERE course = ?", row.id) : nil
    return try work.insert(
      Enrolment(
        province: row.province, course: row.id, person: facts.id, kind: kind, document: proof?.id,
        capacity: row.capacity, seat: seat, reserve: reserve, state: seat == nil ? .reserve : .seated))
  }

  /// The document named, if it is filed for that person.
  private func membership(of person: ID<PersonEntity>, in snapshot: borrowing Snapshot) throws -> DocumentFacts? {
    guard let document else { return nil }
    return try snapshot.documents(of: "\(PersonEntity.object)/\(person.raw)").first { facts in
      switch document {
      case .row(let row): facts.id.raw == row
      case .code(let code), .name(let code): facts.code == code
      }
    }
  }

  /// The lowest seat that nobody has; nil when the course is full.
  private func freeSeat(in course: Course, _ snapshot: borrowing Snapshot) throws -> Int? {
    let taken = try snapshot.rows(
      "SELECT seat FROM training_enrolment WHERE course = ? AND seat IS NOT NULL", course.id)
    let seats = Set(taken.compactMap { $0.first?.integer })
    return (1...course.capacity).first { !seats.contains(Int64($0)) }
  }
}

/// Takes somebody out of a course; the first of the reserve list moves up to the seat as long as enrolment is open.
struct WithdrawPerson: Action {
  var course: Ref<CourseEntity>
  var person: Ref<PersonEntity>
  var reason: String

  struct Output: Codable, Sendable {
    var withdrawn: Enrolment
    var movedUp: Enrolment?
  }

  static let spec = Spec(
    "training.withdraw", "انصراف از دوره", "Withdraw somebody", .post, "/training/courses/{course}/withdrawals",
    permission: .trainingEnrol, weight: .serious,
    fields: ["course": ("دوره", "the course"), "person": ("شخص", "the person"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Output {
    work.setReason(reason)
    let row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .withdraw, state: row.state), in: row.province)
    var leaving = try CourseFigures.enrolment(of: person, in: row, work.snapshot)
    let seat = leaving.seat
    try work.move(&leaving, by: .withdraw)
    leaving.seat = nil
    leaving.reserve = nil
    let withdrawn = try work.update(leaving)
    guard let seat,
      var next = try work.first(Enrolment.self, "course = ? AND state = 'reserve' ORDER BY reserve", row.id)
    else { return Output(withdrawn: withdrawn) }
    guard try work.objections(LateEnrolment.self, try CourseFigures.lateness(in: row, work.snapshot), in: row.province).isEmpty else {
      return Output(withdrawn: withdrawn)
    }
    try next.follow(.moveUp)
    next.seat = seat
    next.reserve = nil
    return Output(withdrawn: withdrawn, movedUp: try work.update(next))
  }
}
