public import Feature

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

/// Somebody whom the programme reached, in the county in which it did: who was reached in two is there twice.
public struct CoveredPerson: Hashable, Sendable {
  /// Who.
  public let person: ID<PersonEntity>
  /// That of the group or base; nil where none is recorded, and for courses, which have none.
  public let county: ID<CountyEntity>?

  /// Made by whoever answers for coverage.
  public init(person: ID<PersonEntity>, county: ID<CountyEntity>?) {
    self.person = person
    self.county = county
  }
}
