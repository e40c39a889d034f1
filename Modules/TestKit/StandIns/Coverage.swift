public import Feature

/// Which people a module has reached.
public struct Coverage: Hashable, Sendable {
  public let province: Province
  /// Reached until this day.
  public let until: JalaliDay
  /// As the records stood on this one.
  public let today: JalaliDay
}
