import Contracts
import Feature

/// What is known of a half day of a course before it is marked, for the first time or again.
struct HalfDayMarks {
  /// Its own rows.
  let own: [Presence]
  /// Those of the day's other half.
  let other: [Presence]
  /// The date of the course's nearest marked day before it.
  let before: JalaliDay?
  /// The date of the nearest one after it.
  let after: JalaliDay?
  /// Seated people who had no seat yet when it was marked, or when a later one was.
  let notYetEnrolled: Set<ID<EnrolmentEntity>>

  init(_ day: Int, _ half: HalfDay, of course: Course, seated: [Enrolment], in snapshot: borrowing Snapshot) throws {
    let rows = try snapshot.all(Presence.self, "course = ? AND day = ?", course.id, day)
    own = rows.filter { $0.half == half }
    other = rows.filter { $0.half != half }
    before = try snapshot.first(Presence.self, "course = ? AND day < ? ORDER BY held_on DESC", course.id, day)?.heldOn
    after = try snapshot.first(Presence.self, "course = ? AND day > ? ORDER BY held_on", course.id, day)?.heldOn
    let known = Set(own.map(\.enrolment))
    // Beyond the course there are no half days; that is the rule's to say.
    let place = min(max(day, 0), course.days + 1) * 2 + (half == .afternoon ? 1 : 0)
    let marked = try snapshot.count(
      """
      SELECT count(DISTINCT day * 2 + (half = 'afternoon')) FROM training_presence
      WHERE course = ? AND day * 2 + (half = 'afternoon') >= ?
      """, course.id, place)
    var late: Set<ID<EnrolmentEntity>> = []
    for enrolment in seated where marked > 0 && !known.contains(enrolment.id) {
      let present = try snapshot.count(
        "SELECT count(*) FROM training_presence WHERE enrolment = ? AND day * 2 + (half = 'afternoon') >= ?", enrolment.id, place)
      if present < marked { late.insert(enrolment.id) }
    }
    notYetEnrolled = late
  }

  /// The date of the day as it is recorded.
  var heldOn: JalaliDay? { own.first?.heldOn ?? other.first?.heldOn }

  /// The date that the other half gives this one; a half day that is marked again moves its whole day.
  var otherHalf: JalaliDay? { own.isEmpty ? other.first?.heldOn : nil }

  /// Who was present and is moved along when the day gets this date: in the other half, and in this one where they have no
  /// seat any more.
  func carried(to date: JalaliDay, besides seated: [Enrolment]) -> (own: Set<ID<PersonEntity>>, other: Set<ID<PersonEntity>>) {
    let marked = Set(seated.map(\.id))
    func people(_ rows: [Presence]) -> Set<ID<PersonEntity>> {
      Set(rows.filter { $0.isPresent && $0.heldOn != date }.map(\.person))
    }
    return (people(own.filter { !marked.contains($0.enrolment) }), people(other))
  }

  /// Where these people are present at this half day besides this course, each as person and course.
  static func elsewhere(
    _ people: Set<ID<PersonEntity>>, on date: JalaliDay, _ half: HalfDay, besides course: Course, in snapshot: borrowing Snapshot
  ) throws -> [String] {
    var found: [String] = []
    for person in people {
      let courses = try snapshot.rows(
        """
        SELECT c.code FROM training_presence p JOIN training_course c ON c.id = p.course
        WHERE p.person = ? AND p.held_on = ? AND p.half = ? AND p.is_present = 1 AND p.course <> ?
        """, person, date, half, course.id
      ).compactMap { $0.first?.string }
      guard !courses.isEmpty else { continue }
      let code = try snapshot.person(Ref(person)).code
      found += courses.map { "\(code) · \($0)" }
    }
    return found.sorted()
  }
}
