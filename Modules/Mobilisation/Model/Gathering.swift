import Contracts
import Feature

/// The volunteers' gathering with its minutes: the first output of S0's process.
struct Gathering: CountyRecord {
  typealias Of = GatheringEntity
  static let table = Table("mobilisation_gathering", reach: .county, seenWith: ["neighbourhood"])

  var id = ID<GatheringEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var neighbourhood: ID<NeighbourhoodEntity>
  var day: JalaliDay
  var place: String
  /// They name persons and what they said.
  var minutes: Secret<String>
  /// Everybody present.
  var present: Int
  /// Registered volunteers and key persons among them.
  var counted: Int
}

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
