import Contracts
import Feature

/// A gathering with everybody who was there.
struct GatheringFile: Codable, Sendable {
  var gathering: Gathering
  var attendance: [Attendance]

  init(of gathering: Gathering, in snapshot: borrowing Snapshot) throws {
    self.gathering = gathering
    attendance = try snapshot.all(Attendance.self, "gathering = ? ORDER BY id", gathering.id)
  }
}

struct ShowGathering: Query {
  var gathering: Ref<GatheringEntity>

  static let spec = Spec(
    "mobilisation.gathering", "یک گردهمایی", "One gathering", "/mobilisation/gatherings/{gathering}",
    permission: .mobilisationRead, fields: ["gathering": ("شمارهٔ گردهمایی", "the gathering's number")])

  func answer(in snapshot: borrowing Snapshot) throws -> GatheringFile {
    try GatheringFile(of: try snapshot.require(Gathering.self, gathering), in: snapshot)
  }
}
