/// By what the programme reached somebody; who counts as covered is chosen from these.
public enum CoverageSource: Hashable, Sendable {
  /// A member, on one of the days at least, of a group that was not suspended on it.
  case membership
  /// Present at an activity of a group.
  case attendance
  /// Present in a half day of a course.
  case teaching
  /// Completed a course.
  case completion
  /// Took part in an activity of a base.
  case participation
}
