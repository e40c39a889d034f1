import Contracts
import Feature

struct ListGatherings: ListQuery {
  var province: Province?
  var neighbourhood: Ref<NeighbourhoodEntity>?

  struct Item: Codable, Sendable {
    var id: ID<GatheringEntity>
    var province: Province
    var neighbourhood: ID<NeighbourhoodEntity>
    var day: JalaliDay
    var place: String
    var present: Int
    var counted: Int
  }

  static let spec = Spec(
    "mobilisation.gatherings", "گردهمایی‌ها", "Gatherings", "/mobilisation/gatherings", permission: .mobilisationRead,
    fields: ["province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number")])

  func selection() -> Selection {
    Selection(from: "mobilisation_gathering t")
      .filter("t.province = ?", province)
      .refer(neighbourhood, "t.neighbourhood = ?")
      .newestFirst()
  }
}

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
