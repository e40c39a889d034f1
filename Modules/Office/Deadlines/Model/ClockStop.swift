import Contracts
import Feature

enum ClockStopEntity: Entity {
  static let object = "deadlines.stop"
  static let prefix: String? = "DS"
  static let texts = Texts("توقف مهلت", "stop of a deadline")
}

/// A time in which a deadline did not run because an outside body held the matter; its days are booked to that body.
struct ClockStop: ProvincialRecord {
  typealias Of = ClockStopEntity
  static let table = Table("deadlines_stop", reach: .province)

  var id = ID<ClockStopEntity>(0)
  var rev = 0
  var province: Province
  var deadline: ID<DeadlineEntity>
  var agency: String
  var reason: Personal<String>
  var stoppedOn: JalaliDay
  var resumedOn: JalaliDay?
  /// Days held, once it runs again.
  var days: Int?
}
