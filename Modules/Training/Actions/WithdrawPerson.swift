import Contracts
import Feature

/// Takes somebody out of a course; the first of the reserve list moves up to the seat.
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
    try next.follow(.moveUp)
    next.seat = seat
    next.reserve = nil
    return Output(withdrawn: withdrawn, movedUp: try work.update(next))
  }
}
