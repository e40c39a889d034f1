import Contracts
import Feature

enum AttendanceEntity: Entity {
  static let object = "mobilisation.attendance"
  static let prefix: String? = "GA"
  static let texts = Texts("حضور در گردهمایی", "attendance")
}

/// One person at one gathering.
struct Attendance: CountyRecord {
  typealias Of = AttendanceEntity
  static let table = Table("mobilisation_attendance", reach: .county)

  var id = ID<AttendanceEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var gathering: ID<GatheringEntity>
  var person: ID<PersonEntity>
  /// Whether the person was a registered volunteer or a key person of the neighbourhood.
  var isCounted: Bool
}
