public import Contracts
import Jalali
public import Registry
public import Values

/// Takes somebody out of a course; the first of the reserve list moves up to the seat.
public struct WithdrawPerson: Action {
  public var course: Ref<CourseEntity>
  public var person: Ref<PersonEntity>
  public var reason: String

  public struct Outcome: Codable, Sendable {
    public var withdrawn: Enrolment
    public var movedUp: Enrolment?
  }

  public static let spec = Spec(
    "training.withdraw", "انصراف از دوره", "Withdraw somebody", .post, "/training/courses/{course}/withdrawals",
    permission: .trainingEnrol, weight: .serious,
    fields: ["course": ("دوره", "the course"), "person": ("شخص", "the person"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Outcome {
    work.because(reason)
    let row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .withdraw, state: row.state), in: row.province)
    var leaving = try CourseFigures.enrolment(of: person, in: row, work.look)
    let seat = leaving.seat
    leaving.state = .withdrawn
    leaving.seat = nil
    leaving.reserve = nil
    let withdrawn = try work.update(leaving)
    guard let seat,
      var next = try work.first(Enrolment.self, "course = ? AND state = 'reserve' ORDER BY reserve", row.id)
    else { return Outcome(withdrawn: withdrawn) }
    next.state = .seated
    next.seat = seat
    next.reserve = nil
    return Outcome(withdrawn: withdrawn, movedUp: try work.update(next))
  }
}
