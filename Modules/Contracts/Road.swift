public import Feature

/// The road in its order, from the place to the measured year: one chain of records, each pointing to the one before it.
extension RoadStop {
  public static let neighbourhood = RoadStop(1)
  public static let gathering = RoadStop(2)
  /// From the formation request on: the request is the group's first day.
  public static let group = RoadStop(3)
  public static let ranking = RoadStop(4)
  public static let plan = RoadStop(5)
  public static let project = RoadStop(6)
  public static let institute = RoadStop(7)
  public static let agreementInPrinciple = RoadStop(8)
  public static let licence = RoadStop(9)
  public static let base = RoadStop(10)
  public static let agreement = RoadStop(11)
  public static let outcome = RoadStop(12)
  public static let measurement = RoadStop(13)
}
