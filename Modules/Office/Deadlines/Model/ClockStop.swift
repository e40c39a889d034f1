public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum ClockStopEntity: Entity {
  public static let object = "deadlines.stop"
  public static let texts = Texts("توقف مهلت", "stop of a deadline")
}

/// A time in which a deadline did not run because an outside body held the matter; its days are booked to that body.
public struct ClockStop: ProvincialRecord {
  public typealias Of = ClockStopEntity
  public static let table = Table("deadlines_stop", reach: .province)

  public var id = ID<ClockStopEntity>(0)
  public var rev = 0
  public var province: Province
  public var deadline: ID<DeadlineEntity>
  public var agency: String
  public var reason: Personal<String>
  public var stoppedOn: JalaliDay
  public var resumedOn: JalaliDay?
  /// Days held, once it runs again.
  public var days: Int?
}
